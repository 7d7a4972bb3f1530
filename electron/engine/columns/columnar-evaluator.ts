import type { Database } from 'better-sqlite3';
import { insidePolygon } from '../../../shared/domain/polygon.ts';
import type { Behaviour, Lasso, Rule, Value } from '../../../shared/domain/rule.ts';
import { printRule } from '../../../shared/domain/rule-print.ts';
import { classScoreRows } from '../store/columns/user-rows.ts';
import { eventZone } from '../store/events/event-zone.ts';
import type { RuleIds } from '../store/segments/rule-query.ts';
import { segmentMembers } from '../store/segments/segments.ts';
import type { AttributeColumn } from './attribute-columns.ts';
import { bestClasses } from './best-classes.ts';
import { type Cache, remember } from './cache.ts';
import type { Columns } from './columns.ts';
import { satisfies, textSatisfies, usersWhere } from './compare.ts';
import { type EventFilter, filterAfter, filterByIds, filterByPrice, filterByTable } from './event-filter.ts';
import type { MapColumns } from './map-columns.ts';
import { idsOf, intersection, type Mask, negated, union } from './masks.ts';
import { countEvents, sumEvents } from './scan-events.ts';

const DAY = 86_400_000;
/** Maximum number of conditions whose masks are cached: enough for the edited rule and some earlier ones. */
const MAX_MASKS = 100;

/** Evaluates rules on a columnar copy of the events. Valid until the database changes. */
export class ColumnarEvaluator {
  private readonly db: Database;
  private readonly columns: Columns;
  private readonly ids: RuleIds;
  private readonly maps: Cache<string, MapColumns>;
  private readonly masks = new Map<string, Mask>();

  constructor(db: Database, columns: Columns, ids: RuleIds, maps: Cache<string, MapColumns>) {
    this.db = db;
    this.columns = columns;
    this.ids = ids;
    this.maps = maps;
  }

  /** Returns the ids of the users who match, ascending. Throws what `ids` throws. */
  members(rule: Rule): Int32Array {
    return idsOf(this.mask(rule), this.columns.events.users);
  }

  /** Returns the users who match. Throws what `ids` throws. */
  mask(rule: Rule): Mask {
    if ('all' in rule) return intersection(rule.all.map((part) => this.mask(part)));
    if ('any' in rule) return union(rule.any.map((part) => this.mask(part)));
    if ('not' in rule) return negated(this.mask(rule.not));
    const key = printRule(rule);
    const mask = this.masks.get(key) ?? this.condition(rule);
    remember(this.masks, key, mask, MAX_MASKS);
    return mask;
  }

  private condition(rule: Exclude<Rule, { all: Rule[] } | { any: Rule[] } | { not: Rule }>): Mask {
    const { columns, ids, db } = this;
    const { offsets, money } = columns.events;
    if ('count' in rule) return usersWhere(countEvents(offsets, this.filters(rule.count)), rule.op, rule.value);
    if ('sum' in rule) return usersWhere(sumEvents(offsets, this.filters(rule.sum), money), rule.op, rule.value);
    if ('measure' in rule) return usersWhere(columns.measure(rule.measure), rule.op, rule.value);
    if ('users' in rule) return columns.maskOf(rule.users.map((name) => ids.user(name)));
    if ('segment' in rule) return columns.maskOf(segmentMembers(db, ids.segment(rule.segment)));
    if ('lasso' in rule) return this.within(rule.lasso);
    if ('is' in rule) {
      const { run, class: k } = ids.score(rule.prediction, rule.is);
      return Uint8Array.from(bestClasses(db, run, columns.rows), (best) => Number(best === k));
    }
    if ('prediction' in rule) {
      const { run, class: k } = ids.score(rule.prediction, rule.class);
      const scores = new Float64Array(columns.rows.count).fill(Number.NaN);
      for (const [user, value] of classScoreRows(db, run, k)) this.setOf(scores, user, value);
      return usersWhere(scores, rule.op, rule.value);
    }
    if ('map' in rule) {
      ids.checkCluster(rule.map, rule.cluster);
      return this.onMap(rule.map, ({ cluster }, i) => cluster[i] === rule.cluster);
    }
    const attribute = columns.attributes.get(ids.attribute(rule.attribute));
    if ('in' in rule) return usersByAttribute(attribute, columns.rows.count, isAmong(rule.in));
    const { op, value } = rule;
    return usersByAttribute(attribute, columns.rows.count, (text, number) =>
      typeof value === 'number' ? satisfies(number, op, value) : textSatisfies(text, op, value),
    );
  }

  private filters({ action, category, brand, item, days, hours, price = [] }: Behaviour): EventFilter[] {
    const { columns, ids } = this;
    const { events, maxIds } = columns;
    const filters: EventFilter[] = [];
    if (action !== null) filters.push(filterByIds(events.action, ids.action(action), maxIds.action));
    if (item !== undefined) filters.push(filterByIds(events.item, [ids.item(item)], maxIds.item));
    if (brand !== undefined) filters.push(filterByIds(events.brand, [ids.brand(brand)], maxIds.brand));
    if (category !== undefined) filters.push(filterByIds(events.category, ids.categories(category), maxIds.category));
    if (days !== undefined) filters.push(filterAfter(events.time, columns.lastTime() - days * DAY));
    if (hours !== undefined) filters.push(filterByTable(columns.hours(eventZone(this.db)), hourTable(hours)));
    for (const { op, value } of price) filters.push(filterByPrice(events.price, op, value));
    return filters;
  }

  private within({ map, polygon }: Lasso): Mask {
    this.ids.checkMap(map);
    const inside = insidePolygon(polygon);
    return this.onMap(map, ({ x, y }, i) => inside(x[i]!, y[i]!));
  }

  private onMap(map: string, matches: (points: MapColumns, i: number) => boolean): Mask {
    const mask = new Uint8Array(this.columns.rows.count);
    const points = this.maps.get(map);
    for (let i = 0; i < points.users.length; i++) if (matches(points, i)) this.setOf(mask, points.users[i]!, 1);
    return mask;
  }

  private setOf(values: Uint8Array | Float64Array, user: number, value: number): void {
    const row = this.columns.rows.rowOf(user);
    if (row !== -1) values[row] = value;
  }
}

function hourTable([from, to]: readonly [number, number]): Uint8Array {
  const table = new Uint8Array(25);
  for (let hour = 0; hour < 24; hour++)
    if (from <= to ? hour >= from && hour <= to : hour >= from || hour <= to) table[hour] = 1;
  return table;
}

function isAmong(values: readonly Value[]): (text: string, number: number) => boolean {
  const all = new Set(values);
  return (text, number) => all.has(text) || all.has(number);
}

/** Returns the mask of users whose value of an attribute matches. */
function usersByAttribute(
  attribute: AttributeColumn | undefined,
  users: number,
  matches: (text: string, number: number) => boolean,
): Mask {
  if (!attribute) return new Uint8Array(users);
  const { codes, values, numbers } = attribute;
  const table = new Uint8Array(values.length + 1);
  for (let i = 0; i < values.length; i++) if (matches(values[i]!, numbers[i]!)) table[i + 1] = 1;
  const mask = new Uint8Array(users);
  for (let u = 0; u < users; u++) mask[u] = table[codes[u]!]!;
  return mask;
}
