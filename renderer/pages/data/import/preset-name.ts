/** A title as the name of a preset's file: its Latin letters and digits, and where it has none, a number that it gives. */
export function presetName(title: string): string {
  const letters = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return letters.length >= 2 ? letters : `preset-${letters}${hash(title.trim())}`;
}

/** FNV-1a, in letters and digits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value.toString(36);
}
