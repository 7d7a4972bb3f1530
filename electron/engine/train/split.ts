import type { Histories } from '../store/events/histories.ts';

/** What training sees of each history, and what is asked for of the rest. */
export interface Split {
  /** For each history, where training ends (exclusive); the whole history where it is too short to hold anything out. */
  readonly trainEnd: Int32Array;
  /** Indices of the events that validation asks for, ascending. */
  readonly validation: Int32Array;
  /** Indices of the events that the test asks for, ascending. */
  readonly test: Int32Array;
}

/**
 * Leave-one-out by new items. An event is new where its item does not occur earlier in the same history. The last new
 * event is the test's target and the one before it the validation's; both need a history before them. Training sees
 * only what lies before the validation target, so that neither target is learnt from. Where no item repeats this is
 * exactly the usual protocol (last item tested, last but one validated). With more `targets` the test has the last ones, as many
 * as leave validation and training one each; a history of fewer than three new events is not asked.
 */
export function splitHistories(
  { users, offsets, item }: Pick<Histories, 'users' | 'offsets' | 'item'>,
  targets: number,
): Split {
  const trainEnd = offsets.slice(1, users.length + 1);
  const validation: number[] = [];
  const test: number[] = [];
  const seen = new Set<number>();
  for (let h = 0; h < users.length; h++) {
    seen.clear();
    const fresh: number[] = [];
    for (let e = offsets[h]!; e < offsets[h + 1]!; e++) {
      const id = item[e]!;
      if (id === 0 || seen.has(id)) continue;
      seen.add(id);
      fresh.push(e);
    }
    const asked = Math.min(targets, fresh.length - 2);
    if (asked < 1) continue;
    const [validated, ...tested] = fresh.slice(-1 - asked) as [number, ...number[]];
    trainEnd[h] = validated;
    validation.push(validated);
    test.push(...tested);
  }
  return { trainEnd, validation: Int32Array.from(validation), test: Int32Array.from(test) };
}
