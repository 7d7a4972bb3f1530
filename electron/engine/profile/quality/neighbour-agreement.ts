import type { NeighbourAgreement } from '../../../../shared/contract/profile-quality.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { DAY } from '../../store/events/times.ts';
import { type Cosines, denseCosines, sparseCosines } from './cosines.ts';
import { type Moment, plainCounts, type QualityData } from './moment.ts';
import { selectExamples, selectFeatures } from './select.ts';
import type { FutureWindow } from './targets.ts';

/** Number of nearest users that each user is compared with. */
const NEIGHBOURS = 10;
/** Number of users between two checks for cancellation. */
const CHECK_INTERVAL = 32;

/**
 * Measures whether near users do alike later: the mean Jaccard index of what they have in the window, by category,
 * brand or item, whichever is the coarsest that the data has. `actions`: those that count, null for any. Null if fewer
 * than two users more than the compared ones are active in the window.
 */
export function measureNeighbours(
  data: QualityData,
  moment: Moment,
  { days, cutoff }: FutureWindow,
  actions: ReadonlySet<number> | null,
  seed: number,
): NeighbourAgreement | null {
  const { histories, behaviours, checkCancelled } = data;
  const of = (['category', 'brand', 'item'] as const).find((level) => hasTwoValues(histories[level]));
  if (of === undefined) return null;
  const { action, time, offsets } = histories;
  const thingsOf = (row: number) => {
    const things = new Set<number>();
    for (let e = moment.examples.to[row]!; e < offsets[moment.examples.history[row]! + 1]!; e++) {
      if (time[e]! >= cutoff + days * DAY) break;
      if (histories[of][e]! > 0 && (actions === null || actions.has(action[e]!))) things.add(histories[of][e]!);
    }
    return Int32Array.from(things).sort();
  };
  const allSets = Array.from(moment.examples.history.keys(), thingsOf);
  const rows = Int32Array.from(allSets.keys()).filter((row) => allSets[row]!.length > 0);
  if (rows.length < NEIGHBOURS + 2) return null;
  const sets = Array.from(rows, (row) => allSets[row]!);
  const { vectors, width } = selectFeatures(moment.dense.vector, rows);
  const counts = plainCounts(behaviours, selectExamples(moment.examples, rows));
  return {
    days,
    of,
    users: rows.length,
    vector: neighbourAgreement(sets, denseCosines(vectors, vectors, width), checkCancelled),
    counts: neighbourAgreement(sets, sparseCosines(counts, counts), checkCancelled),
    random: randomAgreement(sets, seed),
  };
}

function hasTwoValues(column: Int32Array): boolean {
  const first = column.find((value) => value > 0);
  return first !== undefined && column.some((value) => value > 0 && value !== first);
}

/** Returns the mean Jaccard index of each user's set and those of the ten nearest other users. */
export function neighbourAgreement(sets: readonly Int32Array[], cosines: Cosines, checkCancelled: () => void): number {
  let sum = 0;
  sets.forEach((set, user) => {
    if (user % CHECK_INTERVAL === 0) checkCancelled();
    const nearest = nearestRows(cosines(user), user);
    sum += nearest.reduce((total, other) => total + jaccard(set, sets[other]!), 0) / Math.max(1, nearest.length);
  });
  return sum / Math.max(1, sets.length);
}

/** Returns the same mean over ten other users drawn at random instead of the nearest ones. */
function randomAgreement(sets: readonly Int32Array[], seed: number): number {
  const random = new Random(seed);
  const others = Array.from({ length: NEIGHBOURS }, (_, i) => i);
  const sum = sets.reduce((total, set, user) => {
    const draw = () => (user + 1 + random.integer(sets.length - 1)) % sets.length;
    return total + others.reduce((part) => part + jaccard(set, sets[draw()]!), 0) / NEIGHBOURS;
  }, 0);
  return sum / sets.length;
}

/** Returns the rows of the largest cosines, those of `user` left out; of equal cosines the first rows. */
function nearestRows(cosines: Float64Array, user: number): number[] {
  const top: number[] = [];
  cosines.forEach((cosine, row) => {
    if (row === user || (top.length === NEIGHBOURS && cosine <= cosines[top.at(-1)!]!)) return;
    let at = top.length;
    while (at > 0 && cosines[top[at - 1]!]! < cosine) at--;
    top.splice(at, 0, row);
    if (top.length > NEIGHBOURS) top.pop();
  });
  return top;
}

/** Jaccard index of two ascending lists without duplicates: their shared values divided by all; 0 if both are empty. */
export function jaccard(a: Int32Array, b: Int32Array): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared / Math.max(1, a.length + b.length - shared);
}
