import { dayText } from '../../../../shared/domain/time/calendar-day.ts';
import type { TimeZone } from '../../../../shared/domain/time/time-zone.ts';
import type { EventValue } from '../../../../shared/domain/traits/formula.ts';
import type { NamedTable } from '../../store/names/name-lookup.ts';
import { type Amounts, amountAt } from '../amounts.ts';
import type { Columns } from '../columns.ts';
import { NO_DAY } from '../days.ts';
import { NO_HOUR } from '../hours.ts';

export interface ValueContext {
  readonly columns: Columns;
  readonly zone: TimeZone;
  /** Returns the names of a table by id. */
  namesOf(table: NamedTable): ReadonlyMap<number, string>;
}

/** A value of events as codes from 1 to `maxCode`; code 0 for events without it. */
export interface CodedValues {
  readonly maxCode: number;
  codeOf(event: number): number;
  /** Returns the value of a code. */
  decoder(): (code: number) => number | string;
}

/** Returns a value of all events. */
export function codedValues(value: EventValue, context: ValueContext): CodedValues {
  const { columns, zone } = context;
  const { events, maxIds } = columns;
  switch (value) {
    case 'action':
      return named(events.action, maxIds.action, context, 'actions');
    case 'category':
      return named(events.category, maxIds.category, context, 'categories');
    case 'brand':
      return named(events.brand, maxIds.brand, context, 'brands');
    case 'item':
      return named(events.item, maxIds.item, context, 'items');
    case 'hour': {
      const hours = columns.hours(zone);
      return { maxCode: NO_HOUR, codeOf: (e) => (hours[e]! + 1) % (NO_HOUR + 1), decoder: () => (code) => code - 1 };
    }
    case 'day': {
      const days = columns.days(zone);
      return coded((e) => days[e]!, days.length, { none: NO_DAY, decode: dayText });
    }
    default:
      return amounts(value === 'price' ? events.price : events.money, events.action.length);
  }
}

function named(codes: ArrayLike<number>, maxCode: number, context: ValueContext, table: NamedTable): CodedValues {
  const decoder = () => {
    const names = context.namesOf(table);
    return (id: number) => names.get(id) ?? '';
  };
  return { maxCode, codeOf: (e) => codes[e]!, decoder };
}

function amounts(numbers: Amounts, events: number): CodedValues {
  if (numbers.codes) {
    const { codes, dictionary } = numbers;
    return { maxCode: dictionary.length - 1, codeOf: (e) => codes[e]!, decoder: () => (code) => dictionary[code]! };
  }
  return coded((e) => amountAt(numbers, e), events, { none: Number.NaN, decode: (number) => number });
}

/** Numbers the distinct values of events from 1 on; `none` is no value. */
function coded(
  numberAt: (event: number) => number,
  events: number,
  { none, decode }: { none: number; decode: (value: number) => number | string },
): CodedValues {
  const codeOf = new Map<number, number>([[none, 0]]);
  const codes = new Int32Array(events);
  let [last, lastCode] = [none, 0];
  for (let e = 0; e < events; e++) {
    const value = numberAt(e);
    if (value !== last) {
      last = value;
      lastCode = codeOf.get(value) ?? codeOf.size;
      codeOf.set(value, lastCode);
    }
    codes[e] = lastCode;
  }
  const values = [...codeOf.keys()];
  return { maxCode: codeOf.size - 1, codeOf: (e) => codes[e]!, decoder: () => (code) => decode(values[code]!) };
}
