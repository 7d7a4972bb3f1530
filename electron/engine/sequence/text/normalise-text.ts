/** Longest text that is read, in UTF-16 units; what comes after says little more of a search or a review. */
const LONGEST = 4000;

/**
 * One way of writing a text: well-formed, at most `LONGEST` units, full-width letters narrow and ligatures apart (NFKC),
 * lower-case, every run of blanks and control characters one space.
 */
export function normalise(text: string): string {
  return text
    .slice(0, LONGEST)
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cc}\ufffd]+/gu, ' ')
    .trim();
}
