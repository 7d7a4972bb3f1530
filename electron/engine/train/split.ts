import type { Histories } from '../store/events/histories.ts';

/** The end of each history's training part, and the held-out events. */
export interface Split {
  /**
   * For each history, the end of its training part (exclusive); the whole history if it is too short to hold anything
   * out.
   */
  readonly trainEnd: Int32Array;
  /** Indices of the validation targets, ascending. */
  readonly validation: Int32Array;
  /** Indices of the test targets, ascending. */
  readonly test: Int32Array;
}

/**
 * Leave-one-out split by new items. An event is new if its item does not occur earlier in the same history. The last
 * new event is the test target and the one before it the validation target; both need a history before them. Training
 * sees only the events before the validation target, so neither target is trained on. If no item repeats, this is
 * exactly the usual protocol (last item for the test, last but one for validation). With more `targets`, the last ones
 * are for the test, as many as leave one new event each for validation and training; a history of fewer than three new
 * events has no targets.
 */
export function splitHistories(
  { users, offsets, item }: Pick<Histories, 'users' | 'offsets' | 'item'>,
  targets: number,
): Split {
  const trainEnd = offsets.slice(1, users.length + 1);
  const validation: number[] = [];
  const test: number[] = [];
  const seenItems = new Set<number>();
  for (let h = 0; h < users.length; h++) {
    seenItems.clear();
    const newEvents: number[] = [];
    for (let e = offsets[h]!; e < offsets[h + 1]!; e++) {
      const id = item[e]!;
      if (id === 0 || seenItems.has(id)) continue;
      seenItems.add(id);
      newEvents.push(e);
    }
    const testCount = Math.min(targets, newEvents.length - 2);
    if (testCount < 1) continue;
    const [validationEvent, ...testEvents] = newEvents.slice(-1 - testCount) as [number, ...number[]];
    trainEnd[h] = validationEvent;
    validation.push(validationEvent);
    test.push(...testEvents);
  }
  return { trainEnd, validation: Int32Array.from(validation), test: Int32Array.from(test) };
}
