/** Number of non-ASCII characters when the bytes are read in a given encoding, by how plausible they are. */
export interface CharacterCounts {
  readonly common: number;
  readonly rare: number;
  readonly wrong: number;
}

/**
 * Returns the length in bytes of the character that starts with these bytes, and whether it is common; null if there is
 * no such character.
 */
type CharacterReader = (
  first: number,
  second: number,
  third: number,
  fourth: number,
) => { length: number; common: boolean } | null;

const oneByte = (common: boolean) => ({ length: 1, common });
const twoBytes = (common: boolean) => ({ length: 2, common });
const within = (byte: number, low: number, high: number) => byte >= low && byte <= high;

/** Counts the non-ASCII characters. */
export function countCharacters(data: Uint8Array, read: CharacterReader): CharacterCounts {
  const counts = { common: 0, rare: 0, wrong: 0 };
  for (let at = 0; at < data.length; ) {
    const first = data[at]!;
    if (first < 0x80) {
      at++;
      continue;
    }
    const character = read(first, data[at + 1] ?? 0, data[at + 2] ?? 0, data[at + 3] ?? 0);
    if (character === null) counts.wrong++;
    else if (character.common) counts.common++;
    else counts.rare++;
    at += character?.length ?? 1;
  }
  return counts;
}

/** Common characters are symbols and the first level of GB 2312, ordered by pronunciation. */
export const readGbk: CharacterReader = (first, second, third, fourth) => {
  if (!within(first, 0x81, 0xfe)) return null;
  if (within(second, 0x30, 0x39)) {
    return within(third, 0x81, 0xfe) && within(fourth, 0x30, 0x39) ? { length: 4, common: false } : null;
  }
  if (!within(second, 0x40, 0xfe) || second === 0x7f) return null;
  const common = second >= 0xa1 && (within(first, 0xa1, 0xa3) || within(first, 0xb0, 0xd7));
  return twoBytes(common);
};

/** Common characters are symbols and the first level of Big5, ordered by strokes. */
export const readBig5: CharacterReader = (first, second) => {
  if (!within(first, 0x81, 0xfe)) return null;
  if (!within(second, 0x40, 0x7e) && !within(second, 0xa1, 0xfe)) return null;
  return twoBytes(within(first, 0xa1, 0xc6));
};

/**
 * Common characters are kana, symbols and the first level of JIS X 0208. Half-width kana take one byte and are not
 * common.
 */
export const readShiftJis: CharacterReader = (first, second) => {
  if (within(first, 0xa1, 0xdf)) return oneByte(false);
  if (!within(first, 0x81, 0x9f) && !within(first, 0xe0, 0xfc)) return null;
  if (!within(second, 0x40, 0xfc) || second === 0x7f) return null;
  return twoBytes(within(first, 0x81, 0x83) || within(first, 0x88, 0x98));
};
