import type { Database } from 'better-sqlite3';
import { bestSegmenter } from '../../sequence/text/segmenter.ts';
import { wordsOf } from '../../sequence/text/words.ts';
import type { Vocabulary } from '../../sequence/vocabulary.ts';
import { type ItemFacts, itemFacts } from '../../store/events/item-facts.ts';
import { type TokenSets, tokenSets } from './token-sets.ts';

/** Words of a title that count: titles may hold long lists of tags. */
const MOST_WORDS = 100;

/** Items of a vocabulary that share a category, a brand or a word of their titles: a set for each, of two items at least. */
export function kindredItems(db: Database, { fields }: Pick<Vocabulary, 'fields'>): TokenSets {
  const tokenOf = new Map(fields.item.values.map((id, token) => [id, token]));
  const sets = new Map<string, Set<number>>();
  for (const facts of itemFacts(db)) {
    const token = tokenOf.get(facts.id);
    if (token === undefined) continue;
    for (const mark of marksOf(facts)) {
      const set = sets.get(mark);
      if (set) set.add(token);
      else sets.set(mark, new Set([token]));
    }
  }
  return tokenSets([...sets.values()].filter((set) => set.size > 1));
}

/** The kinds of marks are told apart by their first letter. */
function marksOf({ title, titleEn, category, brand }: ItemFacts): string[] {
  const words = wordsOf(`${title ?? ''} ${titleEn ?? ''}`, bestSegmenter(), MOST_WORDS).map((word) => `w${word}`);
  if (category !== null) words.push(`c${category}`);
  if (brand !== null) words.push(`b${brand}`);
  return words;
}
