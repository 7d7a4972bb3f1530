import type { Comparison } from '../../../shared/domain/rule.ts';
import type { Amounts } from './amounts.ts';
import type { Codes } from './codes.ts';
import { satisfies } from './compare.ts';
import type { Times } from './times.ts';

/**
 * Filters events by a condition. Both methods write the matching events to `list`, ascending, and return their number.
 */
export interface EventFilter {
  /** Writes the matching events from `from` to `to` (exclusive). */
  select(from: number, to: number, list: Int32Array): number;
  /** Reduces the first `count` events of a list to the matching ones. */
  narrow(list: Int32Array, count: number): number;
}

/** Returns a filter by a lookup table: 1 for each code that matches, 0 for the others. */
export function filterByTable(codes: Codes, table: Uint8Array): EventFilter {
  if (codes instanceof Uint8Array) return filterBytes(codes, table);
  return codes instanceof Uint16Array ? filterShorts(codes, table) : filterIntegers(codes, table);
}

// There is one function for each type of array: V8 compiles a loop over several types to code that is half as fast. The
// loops write every event and advance only if it matches, which costs less than a mispredicted branch.

const filterBytes = (codes: Uint8Array, table: Uint8Array): EventFilter => ({
  select(from, to, list) {
    let n = 0;
    for (let e = from; e < to; e++) {
      list[n] = e;
      n += table[codes[e]!]!;
    }
    return n;
  },
  narrow: narrowBy((e) => table[codes[e]!]!),
});

const filterShorts = (codes: Uint16Array, table: Uint8Array): EventFilter => ({
  select(from, to, list) {
    let n = 0;
    for (let e = from; e < to; e++) {
      list[n] = e;
      n += table[codes[e]!]!;
    }
    return n;
  },
  narrow: narrowBy((e) => table[codes[e]!]!),
});

const filterIntegers = (codes: Int32Array, table: Uint8Array): EventFilter => ({
  select(from, to, list) {
    let n = 0;
    for (let e = from; e < to; e++) {
      list[n] = e;
      n += table[codes[e]!]!;
    }
    return n;
  },
  narrow: narrowBy((e) => table[codes[e]!]!),
});

/** Returns a filter by a predicate that returns 1 for a matching event and 0 otherwise. */
export function filterBy(matches: (event: number) => number): EventFilter {
  return {
    select(from, to, list) {
      let n = 0;
      for (let e = from; e < to; e++) {
        list[n] = e;
        n += matches(e);
      }
      return n;
    },
    narrow: narrowBy(matches),
  };
}

function narrowBy(matches: (event: number) => number): EventFilter['narrow'] {
  return (list, count) => {
    let n = 0;
    for (let i = 0; i < count; i++) {
      const e = list[i]!;
      list[n] = e;
      n += matches(e);
    }
    return n;
  };
}

/** Returns a filter by ids; `maxId` is the largest possible id. */
export function filterByIds(codes: Codes, ids: readonly number[], maxId: number): EventFilter {
  const table = new Uint8Array(maxId + 1);
  for (const id of ids) table[id] = 1;
  return filterByTable(codes, table);
}

/** Returns a filter of the events after a time in milliseconds since the epoch; it matches none if the time is NaN. */
export function filterAfter({ values, unit }: Times, time: number): EventFilter {
  return {
    select(from, to, list) {
      let n = 0;
      for (let e = from; e < to; e++) {
        list[n] = e;
        n += values[e]! * unit > time ? 1 : 0;
      }
      return n;
    },
    narrow: narrowBy((e) => (values[e]! * unit > time ? 1 : 0)),
  };
}

/** Returns a filter by a bound of the price; events of unknown price do not match. */
export function filterByPrice(price: Amounts, op: Comparison, value: number): EventFilter {
  if (price.codes) {
    const table = Uint8Array.from(price.dictionary, (number) => Number(satisfies(number, op, value)));
    return filterByTable(price.codes, table);
  }
  const { values } = price;
  return filterBy((e) => Number(satisfies(values[e]!, op, value)));
}
