import { pinyinInitials } from './pinyin-initials.ts';

/** How well a text matches a search, the best first. */
export const SearchRank = {
  whole: 0,
  start: 1,
  wordStart: 2,
  part: 3,
  initialsStart: 4,
  initialsPart: 5,
} as const;
export type SearchRank = (typeof SearchRank)[keyof typeof SearchRank];

/** A search text in lower case without surrounding white space, and its words. */
export interface SearchText {
  readonly whole: string;
  readonly words: readonly string[];
}

export function searchText(text: string): SearchText {
  const whole = text.trim().toLowerCase();
  return { whole, words: whole.split(/\s+/u) };
}

/**
 * Returns how well a text matches a search, ignoring case; null if it does not. A search of several words matches as a
 * whole, or if each word does; the rank is then that of the worst word. Latin letters also match the pinyin initials of
 * Chinese characters.
 */
export function searchRank(text: string, { whole, words }: SearchText): SearchRank | null {
  const lower = text.toLowerCase();
  const rank = rankOf(lower, whole);
  if (rank !== null || words.length === 1) return rank;
  let worst: SearchRank = SearchRank.wordStart;
  for (const word of words) {
    const wordRank = rankOf(lower, word);
    if (wordRank === null) return null;
    if (wordRank > worst) worst = wordRank;
  }
  return worst;
}

/** Returns the best rank among several texts, such as a name and its translation; null if none matches. */
export function bestSearchRank(texts: readonly (string | null)[], search: SearchText): SearchRank | null {
  let best: SearchRank | null = null;
  for (const text of texts) {
    const rank = text === null ? null : searchRank(text, search);
    if (rank !== null && (best === null || rank < best)) best = rank;
  }
  return best;
}

function rankOf(lower: string, word: string): SearchRank | null {
  const at = lower.indexOf(word);
  if (at === 0) return lower.length === word.length ? SearchRank.whole : SearchRank.start;
  if (at > 0) return startsWord(lower, word, at) ? SearchRank.wordStart : SearchRank.part;
  return initialsRank(lower, word);
}

const LETTER = /[\p{L}\p{N}]/u;

/** Whether an occurrence of the word, at `first` or later, is at the start of a word. */
function startsWord(lower: string, word: string, first: number): boolean {
  for (let at = first; at > 0; at = lower.indexOf(word, at + 1)) if (!LETTER.test(lower[at - 1]!)) return true;
  return false;
}

/**
 * Matches a word against the initials of each Chinese word, where spaces and punctuation separate words. A single
 * letter must be the first initial; elsewhere it would match nearly every text.
 */
function initialsRank(lower: string, word: string): SearchRank | null {
  if (!/^[a-z][a-z0-9]*$/.test(word)) return null;
  const initials = pinyinInitials(lower);
  if (initials === null) return null;
  if (initials.split(' ').some((part) => part.startsWith(word))) return SearchRank.initialsStart;
  return word.length > 1 && initials.replaceAll(' ', '').includes(word) ? SearchRank.initialsPart : null;
}
