import { isAscii } from 'node:buffer';

const TAB = 9;
const APOSTROPHE = 39;
const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Blanks beyond ASCII, in UTF-8. */
const BLANKS = ['\u0085', '\u00a0', '\u1680', '\u205f', '\u3000'].map((char) => Buffer.from(char));
/** The first bytes of U+2000 to U+203F, among them blanks of several widths. */
const GENERAL_PUNCTUATION = Buffer.from([0xe2, 0x80]);

/**
 * Whether cells in these bytes may have blanks other than spaces at their edges, an apostrophe in front or a formula
 * around their text. It is decided without splitting the bytes into cells.
 */
export function isDressed(bytes: Buffer, separator: string): boolean {
  if (separator !== '\t' && separator !== ' ' && bytes.includes(TAB)) return true;
  if (bytes.includes('="')) return true;
  if (startsCell(bytes, separator.charCodeAt(0))) return true;
  return !isAscii(bytes) && (BLANKS.some((blank) => bytes.includes(blank)) || hasNarrowBlank(bytes));
}

/** Whether an apostrophe stands at the start of a cell. */
function startsCell(bytes: Buffer, separator: number): boolean {
  for (let at = bytes.indexOf(APOSTROPHE); at >= 0; at = bytes.indexOf(APOSTROPHE, at + 1)) {
    const before = bytes[at - 1];
    if (before === undefined || [separator, LF, CR, QUOTE].includes(before)) return true;
  }
  return false;
}

/** Whether a blank is among the general punctuation, most of which are dashes and quotes. */
function hasNarrowBlank(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(GENERAL_PUNCTUATION); at >= 0; at = bytes.indexOf(GENERAL_PUNCTUATION, at + 3)) {
    const last = bytes[at + 2] ?? 0;
    if (last <= 0x8a || last === 0xa8 || last === 0xa9 || last === 0xaf) return true;
  }
  return false;
}
