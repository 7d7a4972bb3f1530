import type { Database } from 'better-sqlite3';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { Vocabulary } from '../../sequence/vocabulary.ts';
import { itemCategories } from '../../store/events/item-facts.ts';
import { itemTitles, type NamedTable, nameOf } from '../../store/names/name-lookup.ts';

export interface PredictedName {
  readonly name: string;
  readonly title: string | null;
  readonly titleEn: string | null;
  readonly probability: number;
}

/**
 * Returns the most probable items and categories from the scores of all tokens of the target field; an item's
 * probability also counts for its category. Empty if the target is neither.
 */
export function predictNext(
  db: Database,
  { fields }: Vocabulary,
  target: string,
  scores: Float32Array,
  limit: number,
): { items: PredictedName[]; categories: PredictedName[] } {
  if (target !== 'item' && target !== 'category') return { items: [], categories: [] };
  const { values } = fields[target];
  const probabilities = softmax(scores.subarray(FIRST_TOKEN));
  const byId = new Map(values.map((id, index) => [id, probabilities[index]!]));
  const mostProbable = (table: NamedTable, probabilityOfId: ReadonlyMap<number, number>) =>
    [...probabilityOfId]
      .sort((a, b) => b[1] - a[1])
      .slice(0, limit)
      .map(([id, probability]) => {
        const titles = table === 'items' ? itemTitles(db, id) : { title: null, titleEn: null };
        return { name: nameOf(db, table, id), ...titles, probability };
      });
  if (target === 'category') return { items: [], categories: mostProbable('categories', byId) };
  return { items: mostProbable('items', byId), categories: mostProbable('categories', byCategory(db, byId)) };
}

function byCategory(db: Database, items: ReadonlyMap<number, number>): Map<number, number> {
  const sums = new Map<number, number>();
  for (const [id, category] of itemCategories(db)) sums.set(category, (sums.get(category) ?? 0) + (items.get(id) ?? 0));
  return sums;
}

function softmax(scores: Float32Array): Float64Array {
  const largest = scores.reduce((max, score) => Math.max(max, score), Number.NEGATIVE_INFINITY);
  const exponentials = Float64Array.from(scores, (score) => Math.exp(score - largest));
  const sum = exponentials.reduce((total, power) => total + power, 0);
  return exponentials.map((power) => power / sum);
}
