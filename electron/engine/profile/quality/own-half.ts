import type { OwnHalf, OwnHalfRecall } from '../../../../shared/contract/profile-quality.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import type { Spans } from '../encode-users.ts';
import { type Cosines, denseCosines, sparseCosines } from './cosines.ts';
import { plainCounts, type QualityData } from './moment.ts';
import { evenlySpaced } from './select.ts';

/** Minimum number of events of a history that is divided: two in each half. */
const MIN_EVENTS = 4;
/** Number of users between two checks for cancellation. */
const CHECK_INTERVAL = 32;

/**
 * Measures the stability of vectors: how often the later half of a user's history is the nearest to the earlier half
 * among the later halves of all users. At most `limit` users with at least `MIN_EVENTS` events, evenly spread.
 */
export async function ownHalfOf(data: QualityData, limit: number): Promise<OwnHalf> {
  const { behaviours, checkCancelled } = data;
  const { earlier, later } = halvesOf(behaviours, limit);
  const users = earlier.from.length;
  const [before, after] = [await data.encode(earlier), await data.encode(later)];
  const recall = (cosines: Cosines) => ownHalfRecall(cosines, users, checkCancelled);
  const ofVectors = (name: 'vector' | 'random') =>
    recall(denseCosines(before[name].vectors, after[name].vectors, before[name].width));
  const counts = countsOfHalves(behaviours, earlier, later);
  return { users, ...ofVectors('vector'), random: ofVectors('random'), counts: recall(counts) };
}

/** Divides each history in the middle of its events. */
export function halvesOf(
  { users, offsets }: Pick<Behaviours, 'users' | 'offsets'>,
  limit: number,
): { earlier: Spans; later: Spans } {
  const divisible = Int32Array.from(users.keys()).filter((h) => offsets[h + 1]! - offsets[h]! >= MIN_EVENTS);
  const histories = evenlySpaced(divisible, limit);
  const from = histories.map((h) => offsets[h]!);
  const to = histories.map((h) => offsets[h + 1]!);
  const middle = from.map((start, i) => (start + to[i]!) >> 1);
  return { earlier: { from, to: middle }, later: { from: middle, to } };
}

/** Cosines of the TF-IDF counts of earlier halves with those of later halves. */
function countsOfHalves(behaviours: Behaviours, earlier: Spans, later: Spans): Cosines {
  const users = earlier.from.length;
  // Halves are histories of their own, the earlier and the later half of a user adjacent.
  const offsets = new Int32Array(2 * users + 1);
  const events: number[] = [];
  for (let u = 0; u < users; u++) {
    for (let e = earlier.from[u]!; e < earlier.to[u]!; e++) events.push(e);
    offsets[2 * u + 1] = events.length;
    for (let e = later.from[u]!; e < later.to[u]!; e++) events.push(e);
    offsets[2 * u + 2] = events.length;
  }
  const columns = Object.entries(behaviours.tokens).map(
    ([field, column]) => [field, Int32Array.from(events, (e) => column[e]!)] as const,
  );
  const tokens = Object.fromEntries(columns) as Behaviours['tokens'];
  const halves: Behaviours = {
    users: new Int32Array(2 * users),
    offsets,
    tokens,
    session: new Int32Array(events.length),
  };
  const history = Int32Array.from({ length: 2 * users }, (_, half) => half);
  const counts = plainCounts(halves, { history, to: offsets.slice(1), at: new Float64Array(2 * users) });
  const all = sparseCosines(counts, counts);
  return (user) => all(2 * user).filter((_, half) => half % 2 === 1);
}

/**
 * Returns the share of users whose own later half is the most similar to their earlier half, and the share of those for
 * whom it is among the ten most similar. `cosines` returns those of one user's earlier half with all later halves. Equal
 * similarities of others count as higher, so that vectors that are all the same have a recall of 0.
 */
export function ownHalfRecall(cosines: Cosines, users: number, checkCancelled: () => void): OwnHalfRecall {
  let [first, ten] = [0, 0];
  for (let user = 0; user < users; user++) {
    if (user % CHECK_INTERVAL === 0) checkCancelled();
    const similarities = cosines(user);
    const own = similarities[user]!;
    const others = similarities.reduce((count, similarity) => count + Number(similarity >= own), -1);
    if (others < 1) first++;
    if (others < 10) ten++;
  }
  return { 'recall@1': first / Math.max(1, users), 'recall@10': ten / Math.max(1, users) };
}
