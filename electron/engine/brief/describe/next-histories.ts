import type { Histories } from '../../store/events/histories.ts';
import type { Split } from '../../train/split.ts';

/** Histories, each with an empty event appended as a placeholder for the next one. */
export interface NextHistories {
  readonly histories: Histories;
  /** Index of each history's appended event. */
  readonly next: Int32Array;
}

type EventColumns = Omit<Histories, 'users' | 'offsets' | 'texts'>;

/**
 * Appends an event without values to each history, at the given time and in a separate session, so that a ranker of
 * held-out events ranks the next event.
 */
export function withNextEvents({ users, offsets, texts, ...columns }: Histories, time: number): NextHistories {
  const starts = Int32Array.from({ length: users.length + 1 }, (_, h) => offsets[h]! + h);
  const next = Int32Array.from(users, (_, h) => starts[h + 1]! - 1);
  const extended = Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, extendedColumn(column, users.length, offsets)]),
  ) as unknown as EventColumns;
  for (const event of next) extended.time[event] = time;
  return { histories: { users, offsets: starts, texts, ...extended }, next };
}

type Column = Int32Array | Float32Array | Float64Array;

function extendedColumn(column: Column, count: number, offsets: Int32Array): Column {
  const extended = new (column.constructor as new (length: number) => Column)(column.length + count);
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
