import { isAscii } from 'node:buffer';

const TAB = 9;
const APOSTROPHE = 39;
const LF = 10;
const CR = 13;
const QUOTE = 34;

/** White space outside ASCII, in UTF-8. */
const BLANKS = ['\u0085', '\u00a0', '\u1680', '\u205f', '\u3000'].map((char) => Buffer.from(char));
/** The first two bytes of U+2000 to U+203F, which include spaces of several widths. */
const GENERAL_PUNCTUATION = Buffer.from([0xe2, 0x80]);

/**
 * Whether cells in these bytes may differ from their normal form (`plainCell`): by Unicode white space at an edge, a
 * leading apostrophe, or a formula around their text. Decides this without splitting the bytes into cells.
 */
export function mayBeUnnormalised(bytes: Buffer, separator: string): boolean {
  if (separator !== '\t' && separator !== ' ' && bytes.includes(TAB)) return true;
  if (bytes.includes('="')) return true;
  if (startsCell(bytes, separator.charCodeAt(0))) return true;
  return !isAscii(bytes) && (BLANKS.some((blank) => bytes.includes(blank)) || hasNarrowBlank(bytes));
}

/** Whether a cell starts with an apostrophe. */
function startsCell(bytes: Buffer, separator: number): boolean {
  for (let at = bytes.indexOf(APOSTROPHE); at >= 0; at = bytes.indexOf(APOSTROPHE, at + 1)) {
    const before = bytes[at - 1];
    if (before === undefined || [separator, LF, CR, QUOTE].includes(before)) return true;
  }
  return false;
}

/** Whether the general punctuation in these bytes, mostly dashes and quotation marks, includes a space. */
function hasNarrowBlank(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(GENERAL_PUNCTUATION); at >= 0; at = bytes.indexOf(GENERAL_PUNCTUATION, at + 3)) {
    const last = bytes[at + 2] ?? 0;
    if (last <= 0x8a || last === 0xa8 || last === 0xa9 || last === 0xaf) return true;
  }
  return false;
}
