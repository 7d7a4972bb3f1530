import type { Database } from 'better-sqlite3';
import type { Measure } from '../../../shared/domain/rule.ts';
import type { TimeZone } from '../../../shared/domain/time/time-zone.ts';
import type { Measures } from '../store/events/measures.ts';
import type { PurchaseDays } from '../store/events/purchase-days.ts';
import { lastId } from '../store/names/dictionaries.ts';
import { purchaseActionIds, returnActionIds } from '../store/names/purchase-actions.ts';
import { amountBytes } from './amounts.ts';
import { type AttributeColumn, readAttributes } from './attribute-columns.ts';
import { buildEventColumns } from './build-event-columns.ts';
import { daysOfEvents } from './days.ts';
import type { EventColumns } from './event-columns.ts';
import { hoursOfEvents } from './hours.ts';
import type { Mask } from './masks.ts';
import { lastTimes, latest, type MoneyActions, measureOf } from './measures.ts';
import { collectPurchaseDays } from './purchase-days.ts';
import { type UserRows, userRows } from './user-rows.ts';

/** Largest id of each kind that events refer to. */
export interface MaxIds {
  readonly action: number;
  readonly item: number;
  readonly category: number;
  readonly brand: number;
}

/** Columnar copy of a workspace's users and events at one point in time, with cached results derived from it. */
export class Columns {
  readonly events: EventColumns;
  readonly rows: UserRows;
  readonly attributes: ReadonlyMap<number, AttributeColumn>;
  readonly maxIds: MaxIds;
  readonly moneyActions: MoneyActions;
  private readonly measures = new Map<Measure, Int32Array | Float64Array>();
  private cachedHours: { zone: TimeZone; hours: Uint8Array } | null = null;
  private cachedDays: { zone: TimeZone; days: Int32Array } | null = null;
  private cachedLast: number | null = null;

  /** Reads the workspace; takes about a second for a million events. */
  constructor(db: Database) {
    this.events = buildEventColumns(db);
    this.rows = userRows(this.events.users);
    this.attributes = readAttributes(db, this.rows);
    this.maxIds = {
      action: lastId(db, 'actions'),
      item: lastId(db, 'items'),
      category: lastId(db, 'categories'),
      brand: lastId(db, 'brands'),
    };
    this.moneyActions = {
      purchases: purchaseActionIds(db),
      returns: returnActionIds(db),
      maxId: this.maxIds.action,
    };
  }

  /** Returns a measure of each user; NaN where it is unknown. */
  measure(measure: Measure): Int32Array | Float64Array {
    const values = this.measures.get(measure) ?? measureOf(this.events, measure, this.moneyActions);
    this.measures.set(measure, values);
    return values;
  }

  /** Returns the measures of users, given their ids. */
  measuresOf(users: Int32Array): Omit<Measures, 'gross'> {
    const rows = users.map((user) => this.rows.rowOf(user));
    const counts = (name: Measure) => {
      const values = this.measure(name);
      return rows.map((row) => values[row] ?? 0);
    };
    const numbers = (name: Measure) => {
      const values = this.measure(name);
      return Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
    };
    return {
      ...{ users, events: counts('events'), sessions: counts('sessions'), recency: numbers('recency') },
      ...{ frequency: counts('frequency'), monetary: numbers('monetary') },
    };
  }

  everyone(): Mask {
    return new Uint8Array(this.rows.count).fill(1);
  }

  /** Returns the mask of users, given their ids; unknown ids are ignored. */
  maskOf(users: Iterable<number>): Mask {
    const mask = new Uint8Array(this.rows.count);
    for (const user of users) {
      const row = this.rows.rowOf(user);
      if (row !== -1) mask[row] = 1;
    }
    return mask;
  }

  /** Returns the hour of the day of each event in a time zone. */
  hours(zone: TimeZone): Uint8Array {
    if (this.cachedHours?.zone !== zone) this.cachedHours = { zone, hours: hoursOfEvents(this.events, zone) };
    return this.cachedHours.hours;
  }

  /** Returns the local day of each event in a time zone, counted from 1970-01-01. */
  days(zone: TimeZone): Int32Array {
    if (this.cachedDays?.zone !== zone) this.cachedDays = { zone, days: daysOfEvents(this.events, zone) };
    return this.cachedDays.days;
  }

  /** Returns the days on which each user made a purchase or a return, in a time zone. */
  purchaseDays(zone: TimeZone): PurchaseDays {
    return collectPurchaseDays(this.events, this.moneyActions, zone);
  }

  /** Returns the time of the last dated event in milliseconds since the epoch; NaN if there is none. */
  lastTime(): number {
    this.cachedLast ??= latest(lastTimes(this.events));
    return this.cachedLast;
  }

  /** Returns the size of the copy of the events in bytes. */
  bytes(): number {
    const { users, offsets, action, item, category, brand, time, timeKind, price, money, sessions } = this.events;
    const arrays = [users, offsets, action, item, category, brand, time.values, sessions];
    const kinds = typeof timeKind === 'number' ? 0 : timeKind.byteLength;
    return arrays.reduce(
      (sum, array) => sum + array.byteLength,
      kinds + amountBytes(price) + (money === price ? 0 : amountBytes(money)),
    );
  }
}
