import type { Histories } from '../store/events/histories.ts';
import type { Split } from './split.ts';

/**
 * Splits all histories at the same points in time: training sees nothing after the first, so that no user's future
 * leaks into another's training. The last `testShare` of all events is the test period, and as much before it the
 * validation period. The target of each period is a user's first new item in it, up to `targets` of them for the test,
 * given the user's whole history before. A user without a history before a period has no target in it.
 */
export function splitByTime(
  { users, offsets, item, time }: Pick<Histories, 'users' | 'offsets' | 'item' | 'time'>,
  testShare: number,
  targets: number,
): Split {
  const sorted = Float64Array.from(time).sort();
  const cutOf = (share: number) => sorted[Math.floor(sorted.length * (1 - share))] ?? Number.POSITIVE_INFINITY;
  const validationFrom = cutOf(2 * testShare);
  const testFrom = cutOf(testShare);
  const trainEnd = offsets.slice(1, users.length + 1);
  const validation: number[] = [];
  const test: number[] = [];
  const seenItems = new Set<number>();
  for (let h = 0; h < users.length; h++) {
    seenItems.clear();
    const [validationLimit, testLimit] = [validation.length + 1, test.length + targets];
    for (let e = offsets[h]!; e < offsets[h + 1]!; e++) {
      if (time[e]! >= validationFrom) trainEnd[h] = Math.min(trainEnd[h]!, e);
      const id = item[e]!;
      if (id === 0 || seenItems.has(id)) continue;
      seenItems.add(id);
      if (e === offsets[h] || time[e]! < validationFrom) continue;
      if (time[e]! >= testFrom) {
        if (test.length < testLimit) test.push(e);
      } else if (validation.length < validationLimit) validation.push(e);
    }
  }
  return { trainEnd, validation: Int32Array.from(validation), test: Int32Array.from(test) };
}
