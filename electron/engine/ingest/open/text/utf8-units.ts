/** Counts the valid non-ASCII characters and the invalid bytes. A truncated character counts as one invalid byte. */
export function utf8Units(data: Uint8Array): { good: number; bad: number } {
  const text = new TextDecoder().decode(data);
  const bad = text.split('\ufffd').length - 1;
  const good = text.replaceAll(/[\p{ASCII}\ufffd]/gu, '').length;
  return { good, bad };
}
