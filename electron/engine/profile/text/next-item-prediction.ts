import type { Database } from 'better-sqlite3';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { Vocabulary } from '../../sequence/vocabulary.ts';
import { itemTitles, type NamedTable, nameOf } from '../../store/names/name-lookup.ts';

export interface ExpectedThing {
  readonly name: string;
  readonly title: string | null;
  readonly titleEn: string | null;
  readonly probability: number;
}

/**
 * The likeliest items and categories by a model's scores of all tokens of its target field; an item counts for its category
 * too. Empty where the target is neither.
 */
export function expectedNext(
  db: Database,
  { fields }: Vocabulary,
  target: string,
  scores: Float32Array,
  most: number,
): { items: ExpectedThing[]; categories: ExpectedThing[] } {
  if (target !== 'item' && target !== 'category') return { items: [], categories: [] };
  const { values } = fields[target];
  const shares = softmax(scores.subarray(FIRST_TOKEN));
  const byId = new Map(values.map((id, index) => [id, shares[index]!]));
  const named = (table: NamedTable, of: ReadonlyMap<number, number>) =>
    [...of]
      .sort((a, b) => b[1] - a[1])
      .slice(0, most)
      .map(([id, probability]) => {
        const titles = table === 'items' ? itemTitles(db, id) : { title: null, titleEn: null };
        return { name: nameOf(db, table, id), ...titles, probability };
      });
  if (target === 'category') return { items: [], categories: named('categories', byId) };
  return { items: named('items', byId), categories: named('categories', byCategory(db, byId)) };
}

function byCategory(db: Database, items: ReadonlyMap<number, number>): Map<number, number> {
  const sums = new Map<number, number>();
  const rows = db.prepare<[], [number, number]>('SELECT id, category FROM items WHERE category IS NOT NULL').raw();
  for (const [id, category] of rows.iterate()) sums.set(category, (sums.get(category) ?? 0) + (items.get(id) ?? 0));
  return sums;
}

function softmax(scores: Float32Array): Float64Array {
  const largest = scores.reduce((max, score) => Math.max(max, score), Number.NEGATIVE_INFINITY);
  const powers = Float64Array.from(scores, (score) => Math.exp(score - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
