import type { Amounts } from './amounts.ts';
import { type EventFilter, filterBy } from './event-filter.ts';

/** Number of events that are filtered at a time, so that their list fits into the processor's cache. */
const BLOCK = 1 << 13;

const everyEvent = filterBy(() => 1);

/**
 * Filters the events block by block; calls `visit` with a list whose first `count` elements are the matching events of
 * a block.
 */
function eachBlock(
  events: number,
  filters: readonly EventFilter[],
  visit: (list: Int32Array, count: number) => void,
): void {
  const [first = everyEvent, ...others] = bySelectivity(events, filters);
  const list = new Int32Array(BLOCK);
  for (let start = 0; start < events; start += BLOCK) {
    let count = first.select(start, Math.min(events, start + BLOCK), list);
    for (const filter of others) if (count > 0) count = filter.narrow(list, count);
    if (count > 0) visit(list, count);
  }
}

/** Calls `visit` with each matching event and the row of its user, in the order of the columns. */
export function eachEvent(
  offsets: Int32Array,
  filters: readonly EventFilter[],
  visit: (event: number, user: number) => void,
): void {
  let user = 0;
  eachBlock(offsets.at(-1) ?? 0, filters, (list, count) => {
    for (let i = 0; i < count; i++) {
      const e = list[i]!;
      while (offsets[user + 1]! <= e) user++;
      visit(e, user);
    }
  });
}

const SAMPLES = 16;
const SAMPLE_SIZE = 256;

/** Orders filters by selectivity, estimated on a sample of the events, the most selective first. */
function bySelectivity(events: number, filters: readonly EventFilter[]): EventFilter[] {
  const list = new Int32Array(SAMPLE_SIZE);
  const matches = filters.map((filter) => {
    let count = 0;
    for (let sample = 0; sample < SAMPLES; sample++) {
      const start = Math.floor((sample / SAMPLES) * events);
      count += filter.select(start, Math.min(events, start + SAMPLE_SIZE), list);
    }
    return count;
  });
  return filters
    .map((filter, i) => ({ filter, count: matches[i]! }))
    .sort((a, b) => a.count - b.count)
    .map(({ filter }) => filter);
}

/** Returns the number of each user's matching events. */
export function countEvents(offsets: Int32Array, filters: readonly EventFilter[]): Int32Array {
  const counts = new Int32Array(Math.max(0, offsets.length - 1));
  if (filters.length === 0) return counts.map((_, user) => offsets[user + 1]! - offsets[user]!);
  let user = 0;
  eachBlock(offsets.at(-1) ?? 0, filters, (list, count) => {
    for (let i = 0; i < count; i++) {
      const e = list[i]!;
      while (offsets[user + 1]! <= e) user++;
      counts[user]!++;
    }
  });
  return counts;
}

/**
 * Returns the sum of the known amounts of each user's matching events. Uses compensated summation (Neumaier, 1974) like
 * SQLite's `sum`, so that both give the same result when compared with a bound.
 */
export function sumEvents(offsets: Int32Array, filters: readonly EventFilter[], amounts: Amounts): Float64Array {
  const sums = new Float64Array(Math.max(0, offsets.length - 1));
  const errors = new Float64Array(sums.length);
  const { codes } = amounts;
  const values = codes ? amounts.dictionary : amounts.values;
  let user = 0;
  eachBlock(offsets.at(-1) ?? 0, filters, (list, count) => {
    for (let i = 0; i < count; i++) {
      const e = list[i]!;
      while (offsets[user + 1]! <= e) user++;
      const amount = values[codes ? codes[e]! : e]!;
      if (Number.isNaN(amount)) continue;
      const sum = sums[user]!;
      const total = sum + amount;
      errors[user]! += Math.abs(sum) > Math.abs(amount) ? sum - total + amount : amount - total + sum;
      sums[user] = total;
    }
  });
  for (let u = 0; u < sums.length; u++) sums[u]! += errors[u]!;
  return sums;
}
