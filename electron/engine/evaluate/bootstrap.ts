import { Random } from '../../../shared/domain/random.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Samples drawn: enough for steady 2.5 % ends. */
const SAMPLES = 2000;

/**
 * Means of each column over bootstrap samples of the users (Efron, 1979): as many users as there are, drawn with
 * replacement. All columns see the same samples, so that their means can be subtracted pair by pair. A column has one
 * figure a question; `owners` says whose each is, users counted from 0 (each a user's own if not said). Those of a user are
 * drawn together (Field and Welsh, 2007), since who is easily foreseen once is so again. `tick` is called between samples.
 */
export function bootstrapMeans(
  columns: readonly Float64Array[],
  seed: number,
  tick: () => void = () => {},
  owners: Int32Array = Int32Array.from(columns[0]?.keys() ?? []),
): Float64Array[] {
  const users = owners.reduce((most, owner) => Math.max(most, owner + 1), 0);
  const sums = columns.map((column) => sumsBy(owners, users, column));
  const counts = sumsBy(owners, users, new Float64Array(owners.length).fill(1));
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

/** Users counted from 0 in the order in which they are asked: whose each question is, by what tells them apart. */
export function ownersOf<T>(asked: readonly T[]): Int32Array {
  const numbers = new Map([...new Set(asked)].map((user, number) => [user, number]));
  return Int32Array.from(asked, (user) => numbers.get(user)!);
}

function sumsBy(owners: Int32Array, users: number, column: Float64Array): Float64Array {
  const sums = new Float64Array(users);
  owners.forEach((owner, i) => {
    sums[owner]! += column[i]!;
  });
  return sums;
}

/** Where the middle 95 % of samples lie. */
export function middle95(samples: Float64Array): Interval {
  const sorted = samples.slice().sort();
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

/** Of ascending numbers, between two of them by a straight line. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const left = sorted[below] ?? Number.NaN;
  return left + (at - below) * ((sorted[below + 1] ?? left) - left);
}
