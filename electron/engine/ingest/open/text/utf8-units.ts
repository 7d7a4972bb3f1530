/** Characters beyond ASCII: those that are whole, and the bytes that belong to none. A cut-off character counts once. */
export function utf8Units(data: Uint8Array): { good: number; bad: number } {
  const text = new TextDecoder().decode(data);
  const bad = text.split('\ufffd').length - 1;
  const good = text.replaceAll(/[\p{ASCII}\ufffd]/gu, '').length;
  return { good, bad };
}
