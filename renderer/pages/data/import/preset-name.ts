/**
 * Derives a preset's file name from its title: its Latin letters and digits, joined by hyphens; if fewer than two
 * characters remain, `preset-` with a hash of the title.
 */
export function presetName(title: string): string {
  const letters = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return letters.length >= 2 ? letters : `preset-${letters}${hash(title.trim())}`;
}

/** FNV-1a hash in base 36. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value.toString(36);
}
