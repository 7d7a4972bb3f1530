import type { Database } from 'better-sqlite3';
import { bestSegmenter } from '../../sequence/text/segmenter.ts';
import { wordsOf } from '../../sequence/text/words.ts';
import type { Vocabulary } from '../../sequence/vocabulary.ts';
import { type ItemFacts, itemFacts } from '../../store/events/item-facts.ts';
import { type TokenSets, tokenSets } from './token-sets.ts';

/** Number of words of a title that count, since titles may contain long lists of tags. */
const MAX_WORDS = 100;

/** Returns the sets of at least two items of a vocabulary that share a category, a brand or a word of their titles. */
export function itemsByAttribute(db: Database, { fields }: Pick<Vocabulary, 'fields'>): TokenSets {
  const tokenOf = new Map(fields.item.values.map((id, token) => [id, token]));
  const sets = new Map<string, Set<number>>();
  for (const facts of itemFacts(db)) {
    const token = tokenOf.get(facts.id);
    if (token === undefined) continue;
    for (const attribute of attributesOf(facts)) {
      const set = sets.get(attribute);
      if (set) set.add(token);
      else sets.set(attribute, new Set([token]));
    }
  }
  return tokenSets([...sets.values()].filter((set) => set.size > 1));
}

/** The first letter distinguishes words, categories and brands. */
function attributesOf({ title, titleEn, category, brand }: ItemFacts): string[] {
  const words = wordsOf(`${title ?? ''} ${titleEn ?? ''}`, bestSegmenter(), MAX_WORDS).map((word) => `w${word}`);
  if (category !== null) words.push(`c${category}`);
  if (brand !== null) words.push(`b${brand}`);
  return words;
}
