import type { TestSet } from '../../train/rank/rank-batches.ts';
import type { Rankings } from '../rankings.ts';
import { type Blend, type BlendRanking, fitBlend, rankByBlend } from './blend.ts';

interface TestSets {
  readonly validation: TestSet;
  readonly test: TestSet;
}

/**
 * Fits a blend of the rankers to the validation targets, and ranks the test targets with it. `places` is the length of
 * the shortlists. Returns null if there are too few validation targets.
 */
export function evaluateBlend(
  { ranked, validation }: Pick<Rankings, 'ranked' | 'validation'>,
  sets: TestSets,
  { places, topCount }: { readonly places: number; readonly topCount: number },
  tick: () => void,
): { readonly blend: Blend; readonly ranking: BlendRanking } | null {
  const blend = fitBlend({ lists: validation, places }, sets.validation, tick);
  return blend && { blend, ranking: rankByBlend(blend, { lists: ranked, places }, sets.test, topCount) };
}
