/** Maximum text length, in UTF-16 units; the rest of a search or a review adds little. */
const MAX_LENGTH = 4000;

/**
 * Normalises a text: well-formed Unicode, at most `MAX_LENGTH` units, NFKC (full-width letters become narrow, ligatures
 * are split), lower case, each run of whitespace and control characters replaced by one space.
 */
export function normaliseText(text: string): string {
  return text
    .slice(0, MAX_LENGTH)
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cc}\ufffd]+/gu, ' ')
    .trim();
}
