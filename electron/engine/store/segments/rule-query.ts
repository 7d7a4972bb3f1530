import type { Database } from 'better-sqlite3';
import { insidePolygon } from '../../../../shared/domain/polygon.ts';
import type { Behaviour, Comparison, Lasso, Measure, Rule, Value } from '../../../../shared/domain/rule.ts';
import { localHourSql } from '../events/event-zone.ts';
import { type Fragment, MONEY, measureFragments } from '../events/measures.ts';
import { CLOCK_IMPORTS, DAY, lastTime } from '../events/times.ts';
import { mapPoints } from '../map/map-points.ts';

/** Scores of a prediction: its run, and the index of a class. */
export interface ScoreColumn {
  readonly run: string;
  readonly class: number;
}

/** Resolves the names in a rule to ids. */
export interface RuleIds {
  /** Returns at least one id: that of the action with the name, or those of the actions of a kind, such as `purchase`. */
  action(name: string): readonly number[];
  categories(name: string): number[];
  brand(name: string): number;
  item(name: string): number;
  attribute(name: string): number;
  user(name: string): number;
  /** Returns the id of a saved segment. */
  segment(name: string): number;
  /** Returns the scores of a class; those that a prediction without classes has, or of “yes”, if it is undefined. */
  score(prediction: string, className: string | undefined): ScoreColumn;
  checkMap(map: string): void;
  /** Throws if the map has no such cluster. */
  checkCluster(map: string, cluster: number): void;
}

/** Returns the ids of the users who match a rule, ascending. Throws what `ids` throws. */
export function matchingUsers(db: Database, rule: Rule, ids: RuleIds): Int32Array {
  const { sql, parameters } = ruleQuery(db, rule, ids);
  return Int32Array.from(
    db
      .prepare<(number | string)[], number>(sql)
      .pluck()
      .all(...parameters),
  );
}

/**
 * Compiles a rule to a statement that selects the ids of the matching users in ascending order. All counts and sums are
 * computed in one scan of the events, which are clustered by user; a rule without any reads only users and attributes.
 */
export function ruleQuery(db: Database, rule: Rule, ids: RuleIds): Fragment {
  const compiler = new Compiler(db, ids);
  const { sql, parameters } = compiler.compile(rule);
  if (!compiler.readsEvents) return { sql: `SELECT u.id FROM users u WHERE ${sql} ORDER BY u.id`, parameters };
  const joins = 'LEFT JOIN events e ON e.user = u.id LEFT JOIN items i ON i.id = e.item';
  return { sql: `SELECT u.id FROM users u ${joins} GROUP BY u.id HAVING ${sql} ORDER BY u.id`, parameters };
}

class Compiler {
  readsEvents = false;
  private readonly db: Database;
  private readonly ids: RuleIds;
  private cachedLast: number | null | undefined;
  private cachedHour: string | undefined;
  private cachedMeasures: Readonly<Record<Measure, Fragment>> | undefined;

  constructor(db: Database, ids: RuleIds) {
    this.db = db;
    this.ids = ids;
  }

  /** Returns an expression that is 1 or 0, never NULL. */
  compile(rule: Rule): Fragment {
    if ('all' in rule)
      return combine(
        rule.all.map((part) => this.compile(part)),
        'AND',
      );
    if ('any' in rule)
      return combine(
        rule.any.map((part) => this.compile(part)),
        'OR',
      );
    if ('not' in rule) return wrap('NOT (', this.compile(rule.not), ')');
    if ('count' in rule)
      return wrap('count(CASE WHEN ', this.eventCondition(rule.count), ` THEN 1 END) ${rule.op} ?`, rule.value);
    if ('sum' in rule) {
      const money = `coalesce(sum(CASE WHEN `;
      return wrap(money, this.eventCondition(rule.sum), ` THEN ${MONEY} END), 0) ${rule.op} ?`, rule.value);
    }
    if ('measure' in rule) {
      this.readsEvents = true;
      return wrap('coalesce(', this.measures()[rule.measure], ` ${rule.op} ?, 0)`, rule.value);
    }
    if ('users' in rule) return userIn(rule.users.map((name) => this.ids.user(name)));
    if ('segment' in rule) {
      const sql = 'EXISTS (SELECT 1 FROM segment_members m WHERE m.segment = ? AND m.user = u.id)';
      return { sql, parameters: [this.ids.segment(rule.segment)] };
    }
    if ('lasso' in rule) {
      this.ids.checkMap(rule.lasso.map);
      return userIn(usersWithin(this.db, rule.lasso));
    }
    if ('is' in rule) {
      const { run, class: k } = this.ids.score(rule.prediction, rule.is);
      const best =
        'SELECT s.class FROM scores s WHERE s.run = ? AND s.user = u.id ORDER BY s.value DESC, s.class LIMIT 1';
      return { sql: `coalesce((${best}) = ?, 0)`, parameters: [run, k] };
    }
    if ('prediction' in rule) {
      const { run, class: k } = this.ids.score(rule.prediction, rule.class);
      const scores = 'SELECT 1 FROM scores s WHERE s.run = ? AND s.user = u.id AND s.class = ?';
      return { sql: `EXISTS (${scores} AND s.value ${rule.op} ?)`, parameters: [run, k, rule.value] };
    }
    if ('map' in rule) {
      this.ids.checkCluster(rule.map, rule.cluster);
      const sql = 'EXISTS (SELECT 1 FROM map_points p WHERE p.map = ? AND p.user = u.id AND p.cluster = ?)';
      return { sql, parameters: [rule.map, rule.cluster] };
    }
    const attribute = this.ids.attribute(rule.attribute);
    if ('in' in rule) return attributeIn(attribute, rule.in);
    return attributeIs(attribute, rule.op, rule.value);
  }

  private eventCondition({ action, category, brand, item, days, hours, price = [] }: Behaviour): Fragment {
    this.readsEvents = true;
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
    if (hours !== undefined) conditions.push(this.hourCondition(hours));
    for (const { op, value } of price) add(`coalesce(e.price, i.price) ${op} ?`, value);
    return combine(conditions, 'AND');
  }

  private hourCondition([from, to]: readonly [number, number]): Fragment {
    this.cachedHour ??= localHourSql(this.db);
    const isWithin = from <= to ? `BETWEEN ${from} AND ${to}` : `NOT BETWEEN ${to + 1} AND ${from - 1}`;
    const hour = `(${this.cachedHour}) ${isWithin}`;
    return { sql: `(e.import IN (${CLOCK_IMPORTS}) AND ${hour})`, parameters: [] };
  }

  private last(): number | null {
    if (this.cachedLast === undefined) this.cachedLast = lastTime(this.db);
    return this.cachedLast;
  }

  private measures(): Readonly<Record<Measure, Fragment>> {
    this.cachedMeasures ??= measureFragments(this.db);
    return this.cachedMeasures;
  }
}

function userIn(users: readonly number[]): Fragment {
  return { sql: 'u.id IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(users)] };
}

function usersWithin(db: Database, { map, polygon }: Lasso): number[] {
  const inside = insidePolygon(polygon);
  const users: number[] = [];
  for (const { user, x, y } of mapPoints(db, map)) if (inside(x, y)) users.push(user);
  return users;
}

const AS_NUMBER = "CASE WHEN json_valid(a.value) AND json_type(a.value) IN ('integer', 'real') THEN 0.0 + a.value END";
const OF_USER = 'SELECT 1 FROM user_attributes a WHERE a.user = u.id AND a.attribute = ?';

/** Attribute values are text; a comparison with a number matches only values that are valid JSON numbers. */
function attributeIs(attribute: number, op: Comparison, value: Value): Fragment {
  const left = typeof value === 'number' ? AS_NUMBER : 'a.value';
  return { sql: `EXISTS (${OF_USER} AND ${left} ${op} ?)`, parameters: [attribute, value] };
}

function attributeIn(attribute: number, values: readonly Value[]): Fragment {
  const numbers = JSON.stringify(values.filter((value) => typeof value === 'number'));
  const texts = JSON.stringify(values.filter((value) => typeof value === 'string'));
  const inList = 'IN (SELECT value FROM json_each(?))';
  const sql = `EXISTS (${OF_USER} AND (a.value ${inList} OR ${AS_NUMBER} ${inList}))`;
  return { sql, parameters: [attribute, texts, numbers] };
}

/** Combines conditions in a balanced tree of parentheses, as SQLite limits the depth of expressions. */
function combine(parts: readonly Fragment[], operator: 'AND' | 'OR'): Fragment {
  if (parts.length === 1) return parts[0]!;
  const half = Math.ceil(parts.length / 2);
  const left = combine(parts.slice(0, half), operator);
  const right = combine(parts.slice(half), operator);
  return { sql: `(${left.sql} ${operator} ${right.sql})`, parameters: [...left.parameters, ...right.parameters] };
}

function wrap(before: string, { sql, parameters }: Fragment, after: string, value?: number): Fragment {
  return { sql: before + sql + after, parameters: value === undefined ? parameters : [...parameters, value] };
}
