import { isEastAsianName } from './east-asian-names.ts';
import { isGivenName } from './given-names.ts';

const TITLE = /^(?:mrs?|ms|miss|dr|prof|herr|frau|m|mme|mlle|sr|sra|srta|sig|dott)\.?\s+/i;
/** Words of a name in Latin, Greek or Cyrillic letters: with hyphens, apostrophes and initials. */
const WORD = /^(?:\p{Lu}\.|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}][\p{L}\p{M}'’-]*\.?)$/u;
/** Legal forms of companies, whose names may start like a person's. */
const COMPANY =
  /\b(?:gmbh|ag|ltd|llc|inc|corp|co|kg|sarl|sas|sa|spa|srl|bv|nv|ab|oy|plc|limited|company|group|store|shop)\b\.?/i;

/** Splits a name into words, given name first; null if the text does not have the form of a name. */
function wordsOf(text: string): string[] | null {
  const plain = text.replace(/\s*\([^)]*\)$/, '').trim();
  const [family, given] = plain.split(/\s*,\s*/);
  const ordered = given === undefined || given === '' ? plain : `${given} ${family}`;
  const words = ordered.replace(TITLE, '').split(/\s+/);
  if (words.length > 5 || ordered.length > 60 || COMPANY.test(ordered) || !words.every((word) => WORD.test(word)))
    return null;
  return words;
}

const plain = (word: string) => word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
const givenParts = (word: string) => plain(word).split(/[-'’.]/);

/**
 * Whether a text is a person's full name: at least two words of which the first is a common given name, or a Chinese
 * name.
 */
export function isFullName(text: string): boolean {
  if (isEastAsianName(text)) return true;
  const words = wordsOf(text);
  return words !== null && words.length > 1 && givenParts(words[0]!).some(isGivenName);
}

/** Whether a text is a capitalised common given name. */
export const isFirstName = (text: string): boolean => /^\p{Lu}/u.test(text) && isGivenName(plain(text));

/** Whether a text may be a person's full name; for columns whose name refers to people. */
export function mayBeFullName(text: string): boolean {
  if (isEastAsianName(text)) return true;
  const words = wordsOf(text);
  return (
    words !== null &&
    words.length > 1 &&
    words.every((word) => /^(?:\p{Lu}|(?:van|von|de|der|den|da|di|la|le|el|al|bin)$)/u.test(word))
  );
}
