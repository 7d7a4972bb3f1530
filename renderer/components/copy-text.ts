/**
 * Copies a text to the clipboard; must be called within a few seconds of a user's click. Throws if this is not
 * permitted.
 */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // The desktop host denies the page all permissions; this fallback needs none.
    copySelection(text);
  }
}

function copySelection(text: string): void {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (!copied) throw new Error('The clipboard is not available.');
}
