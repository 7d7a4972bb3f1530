import type { Amounts } from './amounts.ts';
import type { EventFilter } from './event-filter.ts';

/** Number of events whose matches are found at once; they remain in the processor's cache. */
const BLOCK = 1 << 14;

/** Calls `visit` with the matching events of one user after another, in parts. */
function eachPart(
  offsets: Int32Array,
  filters: readonly EventFilter[],
  visit: (user: number, from: number, to: number, matches: Uint8Array, blockStart: number) => void,
): void {
  const events = offsets.at(-1) ?? 0;
  const matches = new Uint8Array(BLOCK);
  let user = 0;
  for (let start = 0; start < events; start += BLOCK) {
    const end = Math.min(events, start + BLOCK);
    matches.fill(1);
    for (const filter of filters) filter(start, end, matches);
    for (let from = start; from < end; ) {
      while (offsets[user + 1]! <= from) user++;
      const to = Math.min(end, offsets[user + 1]!);
      visit(user, from, to, matches, start);
      from = to;
    }
  }
}

/** Number of matching events of each user. */
export function countEvents(offsets: Int32Array, filters: readonly EventFilter[]): Int32Array {
  const counts = new Int32Array(Math.max(0, offsets.length - 1));
  if (filters.length === 0) return counts.map((_, user) => offsets[user + 1]! - offsets[user]!);
  eachPart(offsets, filters, (user, from, to, matches, start) => {
    let count = 0;
    for (let i = from - start; i < to - start; i++) count += matches[i]!;
    counts[user]! += count;
  });
  return counts;
}

/**
 * Sum of the known amounts of each user's matching events, compensated as SQLite's `sum` is (Neumaier, 1974), so that
 * both compare equally with a bound.
 */
export function sumEvents(offsets: Int32Array, filters: readonly EventFilter[], amounts: Amounts): Float64Array {
  const sums = new Float64Array(Math.max(0, offsets.length - 1));
  const errors = new Float64Array(sums.length);
  const { codes } = amounts;
  const values = codes ? amounts.dictionary : amounts.values;
  eachPart(offsets, filters, (user, from, to, matches, start) => {
    let sum = sums[user]!;
    let error = errors[user]!;
    for (let e = from; e < to; e++) {
      if (matches[e - start] === 0) continue;
      const amount = values[codes ? codes[e]! : e]!;
      if (Number.isNaN(amount)) continue;
      const total = sum + amount;
      error += Math.abs(sum) > Math.abs(amount) ? sum - total + amount : amount - total + sum;
      sum = total;
    }
    sums[user] = sum;
    errors[user] = error;
  });
  for (let user = 0; user < sums.length; user++) sums[user]! += errors[user]!;
  return sums;
}
