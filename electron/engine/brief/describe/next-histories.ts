import type { Histories } from '../../store/events/histories.ts';
import type { Split } from '../../train/split.ts';

/** Histories, each with an empty event appended as a placeholder for the next one. */
export interface NextHistories {
  readonly histories: Histories;
  /** Index of each history's appended event. */
  readonly next: Int32Array;
}

/**
 * Appends an event without values to each history, at the given time and in a separate session, so that a ranker of
 * held-out events ranks the next event.
 */
export function withNextEvents({ users, offsets, texts, ...columns }: Histories, time: number): NextHistories {
  const starts = Int32Array.from({ length: users.length + 1 }, (_, h) => offsets[h]! + h);
  const next = Int32Array.from(users, (_, h) => starts[h + 1]! - 1);
  const extended = <C extends Column>(column: C) => extendedColumn(column, users.length, offsets);
  const histories: Histories = {
    users,
    offsets: starts,
    texts,
    time: extended(columns.time),
    action: extended(columns.action),
    item: extended(columns.item),
    category: extended(columns.category),
    brand: extended(columns.brand),
    price: extended(columns.price),
    amount: extended(columns.amount),
    session: extended(columns.session),
    text: extended(columns.text),
  };
  for (const event of next) histories.time[event] = time;
  return { histories, next };
}

type Column = Int32Array | Float32Array | Float64Array;

function extendedColumn<C extends Column>(column: C, count: number, offsets: Int32Array): C {
  const extended = new (column.constructor as new (length: number) => C)(column.length + count);
  for (let h = 0; h < count; h++) extended.set(column.subarray(offsets[h]!, offsets[h + 1]!), offsets[h]! + h);
  return extended;
}

/** Converts a split of the histories to one of the histories with appended events. */
export function withNextSplit({ trainEnd, validation }: Pick<Split, 'trainEnd' | 'validation'>, offsets: Int32Array) {
  let h = 0;
  const shifted = Int32Array.from(validation, (event) => {
    while (offsets[h + 1]! <= event) h++;
    return event + h;
  });
  return { trainEnd: trainEnd.map((end, index) => end + index), validation: shifted };
}
