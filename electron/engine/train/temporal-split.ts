import type { Histories } from '../store/events/histories.ts';
import type { Split } from './split.ts';

/**
 * One cut for everyone: training sees nothing after it, so that no future of one user tells of another's. The last
 * `testShare` of all events is the test's time and as much before it the validation's; each asks for a user's first new
 * item in its time, the test for `targets` of them at most, given all that the user did before. A user with no history before that is not asked.
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
  const seen = new Set<number>();
  for (let h = 0; h < users.length; h++) {
    seen.clear();
    const [validationFull, testFull] = [validation.length + 1, test.length + targets];
    for (let e = offsets[h]!; e < offsets[h + 1]!; e++) {
      if (time[e]! >= validationFrom) trainEnd[h] = Math.min(trainEnd[h]!, e);
      const id = item[e]!;
      if (id === 0 || seen.has(id)) continue;
      seen.add(id);
      if (e === offsets[h] || time[e]! < validationFrom) continue;
      if (time[e]! >= testFrom) {
        if (test.length < testFull) test.push(e);
      } else if (validation.length < validationFull) validation.push(e);
    }
  }
  return { trainEnd, validation: Int32Array.from(validation), test: Int32Array.from(test) };
}
