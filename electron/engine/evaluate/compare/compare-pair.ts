import type { ComparedPair } from '../../../../shared/contract/runs.ts';
import { bootstrapMeans, middle95, ownersOf } from '../bootstrap.ts';
import type { Gain } from './model-gains.ts';

/** An evaluated run: how it was asked, and what each question was worth to it. */
export interface Asked {
  readonly run: string;
  /** Questions that were asked otherwise are not the same questions; null where there were none. */
  readonly how: string | null;
  readonly gains: ReadonlyMap<string, Gain>;
}

const NOTHING = { users: 0, difference: null, low: null, high: null, better: null };
const SEED = 1;

/** The second run's mean gain less the first's, over the questions that both were asked. */
export function comparePair(first: Asked, second: Asked, tick: () => void): ComparedPair {
  const names = { first: first.run, second: second.run };
  const both = first.how === second.how ? [...first.gains.keys()].filter((key) => second.gains.has(key)) : [];
  if (both.length === 0) return { ...names, ...NOTHING };
  const gained = Float64Array.from(both, (key) => second.gains.get(key)!.gain - first.gains.get(key)!.gain);
  const owners = ownersOf(both.map((key) => first.gains.get(key)!.user));
  const difference = gained.reduce((sum, gain) => sum + gain, 0) / gained.length;
  const { low, high } = middle95(bootstrapMeans([gained], SEED, tick, owners)[0]!);
  const better = low > 0 ? second.run : high < 0 ? first.run : null;
  return { ...names, users: new Set(owners).size, difference, low, high, better };
}
