import type { Histories } from '../store/histories.ts';

/**
 * Leave-one-out by new items. An event is new where its item does not occur earlier in the same history. The last new
 * event is the test's target and the one before it the validation's; both need a history before them. Training sees
 * only what lies before the validation target, so that neither target is learnt from. Where no item repeats this is
 * exactly the usual protocol (last item tested, last but one validated).
 */
export interface Split {
  /** For each history, where training ends (exclusive); the whole history where it is too short to hold anything out. */
  readonly trainEnd: Int32Array;
  /** Index of the event that validation asks for, -1 where there is none. */
  readonly validation: Int32Array;
  /** Index of the event that the test asks for, -1 where there is none. */
  readonly test: Int32Array;
}

/** New events that a history must have for the last two to be held out. */
const FEWEST_NEW = 3;

export function splitHistories({ users, offsets, item }: Pick<Histories, 'users' | 'offsets' | 'item'>): Split {
  const count = users.length;
  const split = {
    trainEnd: offsets.slice(1, count + 1),
    validation: new Int32Array(count).fill(-1),
    test: new Int32Array(count).fill(-1),
  };
  const seen = new Set<number>();
  for (let h = 0; h < count; h++) {
    seen.clear();
    let fresh = 0;
    let last = -1;
    let before = -1;
    for (let e = offsets[h]!; e < offsets[h + 1]!; e++) {
      const id = item[e]!;
      if (id === 0 || seen.has(id)) continue;
      seen.add(id);
      fresh++;
      before = last;
      last = e;
    }
    if (fresh < FEWEST_NEW) continue;
    split.test[h] = last;
    split.validation[h] = before;
    split.trainEnd[h] = before;
  }
  return split;
}
