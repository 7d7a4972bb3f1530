import type { Database } from 'better-sqlite3';
import type { Behaviour, Measure } from '../../../../shared/domain/rule.ts';
import { dayNumber } from '../../../../shared/domain/time/calendar-day.ts';
import { localHourSql, localTimeSql } from '../events/event-zone.ts';
import { type Fragment, measureFragments } from '../events/measures.ts';
import { CLOCK_IMPORTS, DATED_IMPORTS, DAY, lastTime } from '../events/times.ts';
import { combine } from './fragments.ts';
import type { RuleIds } from './rule-names.ts';

/** Expressions over `events e` joined to `items i`; what they need of the workspace is read once. */
export class EventSql {
  readonly ids: RuleIds;
  private readonly db: Database;
  private cachedLast: number | null | undefined;
  private cachedHour: string | undefined;
  private cachedDay: string | undefined;
  private cachedMeasures: Readonly<Record<Measure, Fragment>> | undefined;

  constructor(db: Database, ids: RuleIds) {
    this.db = db;
    this.ids = ids;
  }

  /** Returns the condition that a behaviour describes. */
  condition({ action, category, brand, item, days, from, to, hours, price = [] }: Behaviour): Fragment {
    const { ids } = this;
    const conditions: Fragment[] = [{ sql: 'e.time IS NOT NULL', parameters: [] }];
    const add = (sql: string, parameter: number | string) => conditions.push({ sql, parameters: [parameter] });
    if (action !== null) {
      const [id, ...others] = ids.action(action);
      if (others.length === 0) add('e.action = ?', id!);
      else add('e.action IN (SELECT value FROM json_each(?))', JSON.stringify([id, ...others]));
    }
    if (item !== undefined) add('e.item = ?', ids.item(item));
    if (brand !== undefined) add('coalesce(e.brand, i.brand) = ?', ids.brand(brand));
    if (category !== undefined) {
      const inList = 'coalesce(e.category, i.category) IN (SELECT value FROM json_each(?))';
      add(inList, JSON.stringify(ids.categories(category)));
    }
    if (days !== undefined) add('e.time > ?', (this.last() ?? Number.POSITIVE_INFINITY) - days * DAY);
    if (from !== undefined) add(`coalesce(${this.day()} >= ?, 0)`, dayNumber(from)!);
    if (to !== undefined) add(`coalesce(${this.day()} <= ?, 0)`, dayNumber(to)!);
    if (hours !== undefined) conditions.push(this.hourCondition(hours));
    for (const { op, value } of price) add(`coalesce(e.price, i.price) ${op} ?`, value);
    return combine(conditions, 'AND');
  }

  /** SQL for the local hour of an event, 0 to 23; NULL without a time of day. */
  hour(): string {
    this.cachedHour ??= localHourSql(this.db);
    return `CASE WHEN e.import IN (${CLOCK_IMPORTS}) THEN ${this.cachedHour} END`;
  }

  /** SQL for the local day of an event, counted from 1970-01-01; NULL without a date. */
  day(): string {
    this.cachedDay ??= localTimeSql(this.db);
    const day = `cast(floor(${this.cachedDay} / ${DAY}.0) AS INTEGER)`;
    return `CASE WHEN e.import IN (${DATED_IMPORTS}) THEN ${day} END`;
  }

  /** Returns the time of the workspace's last event; null if no import is dated. */
  last(): number | null {
    if (this.cachedLast === undefined) this.cachedLast = lastTime(this.db);
    return this.cachedLast;
  }

  measures(): Readonly<Record<Measure, Fragment>> {
    this.cachedMeasures ??= measureFragments(this.db);
    return this.cachedMeasures;
  }

  private hourCondition([from, to]: readonly [number, number]): Fragment {
    this.cachedHour ??= localHourSql(this.db);
    const isWithin = from <= to ? `BETWEEN ${from} AND ${to}` : `NOT BETWEEN ${to + 1} AND ${from - 1}`;
    const hour = `(${this.cachedHour}) ${isWithin}`;
    return { sql: `(e.import IN (${CLOCK_IMPORTS}) AND ${hour})`, parameters: [] };
  }
}
