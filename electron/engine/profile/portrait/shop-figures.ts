import type { Database } from 'better-sqlite3';
import type { MeasureName } from '../../../../shared/contract/profile.ts';
import type { TimeZone } from '../../../../shared/domain/time/time-zone.ts';
import type { Columns } from '../../columns/columns.ts';
import { type CodeCounts, countCodes } from '../../columns/count-codes.ts';
import { lastDay as lastDayOf } from '../../columns/measures.ts';
import {
  byNamedField,
  type DiscountCounts,
  discountCounts,
  hasNamed,
  type NamedField,
  namedCounts,
} from '../../store/events/purchase-terms.ts';
import { type CustomerFigures, customerFigures, MAX_DAY } from './customer-figures.ts';
import { countHabits, type HabitCounts } from './habits.ts';
import type { InterestKind } from './interests.ts';
import { lazy } from './lazy.ts';
import { type CategoryPrices, categoryPrices } from './price-level.ts';

/**
 * Figures of all users with which portraits are compared. They belong to one copy of the events and one time zone; each
 * is computed on first use.
 */
export interface ShopFigures {
  readonly columns: Columns;
  /** Time zone of days and hours. */
  readonly zone: TimeZone;
  /** Day of the last event, since 1970-01-01; null if no event has a valid date. */
  readonly lastDay: number | null;
  counts(kind: InterestKind): CodeCounts;
  /** Known values of a measure of all users, ascending. */
  sorted(measure: MeasureName): Float64Array;
  /** Null if no purchase has a date. */
  customers(): CustomerFigures | null;
  habits(): HabitCounts;
  prices(): CategoryPrices;
  /** Number of all events by channel or campaign; empty if there are none. */
  named(field: NamedField): ReadonlyMap<string, number>;
  /** Null if no import has discounts. */
  discounts(): DiscountCounts | null;
}

export function shopFigures(db: Database, columns: Columns, zone: TimeZone): ShopFigures {
  const { events, maxIds } = columns;
  const last = lastDayOf(events, zone);
  const lastDay = Math.abs(last) <= MAX_DAY ? last : null;
  const counts: Record<InterestKind, () => CodeCounts> = {
    category: lazy(() => countCodes(events.category, maxIds.category)),
    brand: lazy(() => countCodes(events.brand, maxIds.brand)),
    item: lazy(() => countCodes(events.item, maxIds.item)),
  };
  const named = byNamedField((field) =>
    lazy((): ReadonlyMap<string, number> => (hasNamed(db, field) ? namedCounts(db, field) : new Map())),
  );
  const sorted = new Map<MeasureName, Float64Array>();
  return {
    columns,
    zone,
    lastDay,
    counts: (kind) => counts[kind](),
    sorted: (measure) => {
      const values = sorted.get(measure) ?? ascending(columns.measure(measure));
      sorted.set(measure, values);
      return values;
    },
    customers: lazy(() => (lastDay === null ? null : customerFigures(columns.purchaseDays(zone), lastDay))),
    habits: lazy(() => countHabits(columns, zone, 0, events.action.length)),
    prices: lazy(() => categoryPrices(columns)),
    named: (field) => named[field](),
    discounts: lazy(() => discountCounts(db)),
  };
}

const ascending = (values: ArrayLike<number>) =>
  Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
