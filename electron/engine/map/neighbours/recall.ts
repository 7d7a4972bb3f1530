import { Random } from '../../../../shared/domain/random.ts';
import type { KernelTeam } from '../kernels/kernel-team.ts';
import { exactLists, type Scratch } from './exact.ts';
import type { Lists } from './lists.ts';
import type { KernelVectors } from './vectors.ts';

/** Number of points whose exact neighbours are found; the standard error of the recall is then below 0.005. */
const SAMPLE = 480;

/** Relative difference of scores that is due to rounding: the same product is summed in another order. */
const ROUNDING = 1e-6;

/**
 * Returns the share of the exact neighbours of a random sample that the lists contain. A neighbour whose score is that of
 * the last exact one counts as exact, since which of equally distant points is found is arbitrary.
 */
export async function sampleRecall(
  team: KernelTeam,
  data: KernelVectors,
  { k, scores }: Lists,
  { seed, scratch }: { seed: number; scratch: Scratch },
): Promise<number> {
  const random = new Random(seed);
  const count = Math.min(SAMPLE, data.points);
  const sample = Int32Array.from({ length: count }, () => random.integer(data.points));
  const { arena } = team;
  const ids = arena.allocate(4 * count);
  arena.ints(ids, count).set(sample);
  const exact = await exactLists(team, data, { ids, count, k, scratch }, () => {});
  const exactScores = arena.floats(exact.scores, count * k);
  const all = arena.floats(scores, data.points * k);
  let matches = 0;
  for (const [row, point] of sample.entries()) {
    const [highest, last] = [exactScores[row * k]!, exactScores[row * k + k - 1]!];
    const lowest = last - ROUNDING * Math.max(Math.abs(highest), Math.abs(last));
    for (let j = 0; j < k; j++) if (all[point * k + j]! >= lowest) matches++;
  }
  return matches / (count * k);
}
