import { Random } from '../../../shared/domain/random.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Number of bootstrap samples; enough for stable 2.5 % quantiles. */
const SAMPLES = 2000;

/**
 * Returns the means of each column over bootstrap samples of the users (Efron, 1979): as many users as there are, drawn
 * with replacement. All columns use the same samples, so differences of means are paired. A column has one value per
 * test case; `userIndices` maps each to its user, counted from 0 (by default every test case has its own user). The
 * cases of a user are resampled together (cluster bootstrap: Field and Welsh, 2007), because they are correlated.
 * `tick` is called between samples.
 */
export function bootstrapMeans(
  columns: readonly Float64Array[],
  seed: number,
  tick: () => void = () => {},
  userIndices: Int32Array = Int32Array.from(columns[0]?.keys() ?? []),
): Float64Array[] {
  const users = userIndices.reduce((most, owner) => Math.max(most, owner + 1), 0);
  const sums = columns.map((column) => sumsBy(userIndices, users, column));
  const counts = sumsBy(userIndices, users, new Float64Array(userIndices.length).fill(1));
  const means = columns.map(() => new Float64Array(SAMPLES));
  const times = new Int32Array(users);
  const weighted = (of: Float64Array) => {
    let sum = 0;
    for (let u = 0; u < users; u++) sum += times[u]! * of[u]!;
    return sum;
  };
  for (let sample = 0; sample < SAMPLES; sample++) {
    tick();
    const random = new Random(seed, sample);
    times.fill(0);
    for (let u = 0; u < users; u++) times[random.integer(users)]!++;
    const count = weighted(counts);
    sums.forEach((of, c) => {
      means[c]![sample] = weighted(of) / count;
    });
  }
  return means;
}

/**
 * Returns the user index of each test case, counted from 0 in order of first occurrence; `userKeys`: a key per test
 * case that identifies its user.
 */
export function userIndicesOf<T>(userKeys: readonly T[]): Int32Array {
  const numbers = new Map([...new Set(userKeys)].map((user, number) => [user, number]));
  return Int32Array.from(userKeys, (user) => numbers.get(user)!);
}

function sumsBy(userIndices: Int32Array, users: number, column: Float64Array): Float64Array {
  const sums = new Float64Array(users);
  userIndices.forEach((user, i) => {
    sums[user]! += column[i]!;
  });
  return sums;
}

/** Returns the central 95 % interval of the samples. */
export function middle95(samples: Float64Array): Interval {
  const sorted = samples.slice().sort();
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

/** Quantile of ascending numbers, with linear interpolation. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const left = sorted[below] ?? Number.NaN;
  return left + (at - below) * ((sorted[below + 1] ?? left) - left);
}
