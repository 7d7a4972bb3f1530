import type { Comparison } from '../../../shared/domain/rule.ts';
import type { Amounts } from './amounts.ts';
import type { Codes } from './codes.ts';
import { satisfies } from './compare.ts';
import type { Times } from './times.ts';

/** Sets `matches[i]` to 0 if event `from + i` does not match, for the events `from` to `to` (exclusive). */
export type EventFilter = (from: number, to: number, matches: Uint8Array) => void;

/** Filter by a table with 1 for each code that matches. */
export function filterByTable(codes: Codes, table: Uint8Array): EventFilter {
  if (codes instanceof Uint8Array) return filterBytes(codes, table);
  return codes instanceof Uint16Array ? filterShorts(codes, table) : filterIntegers(codes, table);
}

// One function for each type of array: V8 compiles a loop over several types to code that is half as fast.

const filterBytes =
  (codes: Uint8Array, table: Uint8Array): EventFilter =>
  (from, to, matches) => {
    for (let e = from; e < to; e++) matches[e - from]! &= table[codes[e]!]!;
  };

const filterShorts =
  (codes: Uint16Array, table: Uint8Array): EventFilter =>
  (from, to, matches) => {
    for (let e = from; e < to; e++) matches[e - from]! &= table[codes[e]!]!;
  };

const filterIntegers =
  (codes: Int32Array, table: Uint8Array): EventFilter =>
  (from, to, matches) => {
    for (let e = from; e < to; e++) matches[e - from]! &= table[codes[e]!]!;
  };

/** Filter by ids; `greatest` is the greatest that there may be. */
export function filterByIds(codes: Codes, ids: readonly number[], greatest: number): EventFilter {
  const table = new Uint8Array(greatest + 1);
  for (const id of ids) table[id] = 1;
  return filterByTable(codes, table);
}

/** Filter of the events after a time in milliseconds. */
export function filterAfter({ values, unit }: Times, time: number): EventFilter {
  return (from, to, matches) => {
    for (let e = from; e < to; e++) if (!(values[e]! * unit > time)) matches[e - from] = 0;
  };
}

/** Filter by a bound of a price; an unknown price does not match. */
export function filterByPrice(price: Amounts, op: Comparison, value: number): EventFilter {
  if (price.codes) {
    const table = Uint8Array.from(price.dictionary, (number) => Number(satisfies(number, op, value)));
    return filterByTable(price.codes, table);
  }
  const { values } = price;
  return (from, to, matches) => {
    for (let e = from; e < to; e++) if (!satisfies(values[e]!, op, value)) matches[e - from] = 0;
  };
}
