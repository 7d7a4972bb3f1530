import type { Behaviours } from '../../sequence/encode.ts';
import { FIELDS, type FieldName, UNK } from '../../sequence/fields.ts';

/** Histories that end with an event of unknown fields, which a model is to predict. */
export interface LeaveOneOut {
  readonly behaviours: Behaviours;
  /** First and last event of each history: first the complete history, then the history without each of the events. */
  readonly cases: readonly { readonly from: number; readonly event: number }[];
}

/**
 * Returns copies of the only history of `behaviours` from the event `first` on: complete, and without each of the
 * events `omitted`. Each copy ends with an event to predict, in a new session.
 */
export function leaveOneOut(behaviours: Behaviours, first: number, omitted: readonly number[]): LeaveOneOut {
  const events = behaviours.offsets[1]!;
  const all = Array.from({ length: events - first }, (_, i) => first + i);
  const histories = [all, ...omitted.map((without) => all.filter((event) => event !== without))];
  const offsets = [0];
  const order: number[] = [];
  for (const history of histories) {
    order.push(...history, -1);
    offsets.push(order.length);
  }
  const newSession = (behaviours.session[events - 1] ?? 0) + 1;
  const column = (values: Int32Array, last: number) => Int32Array.from(order, (event) => values[event] ?? last);
  return {
    behaviours: {
      users: Int32Array.from(histories, (_, h) => h),
      offsets: Int32Array.from(offsets),
      tokens: Object.fromEntries(FIELDS.map((field) => [field, column(behaviours.tokens[field], UNK)])) as Record<
        FieldName,
        Int32Array
      >,
      session: column(behaviours.session, newSession),
      words: behaviours.words ? wordsOf(behaviours.words, order) : null,
    },
    cases: histories.map((_, h) => ({ from: offsets[h]!, event: offsets[h + 1]! - 1 })),
  };
}

function wordsOf({ offsets, tokens }: NonNullable<Behaviours['words']>, order: readonly number[]) {
  const lists = order.map((event) => (event === -1 ? [] : [...tokens.subarray(offsets[event]!, offsets[event + 1]!)]));
  const ends = new Int32Array(order.length + 1);
  lists.forEach((list, i) => {
    ends[i + 1] = ends[i]! + list.length;
  });
  return { offsets: ends, tokens: Int32Array.from(lists.flat()) };
}
