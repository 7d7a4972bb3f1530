import type { Database } from 'better-sqlite3';
import { insidePolygon } from '../../../../shared/domain/polygon.ts';
import {
  type Behaviour,
  type Comparison,
  isCustomerCondition,
  type Lasso,
  type Rule,
  type Value,
} from '../../../../shared/domain/rule.ts';
import { type Fragment, MONEY } from '../events/measures.ts';
import { mapPoints } from '../map/map-points.ts';
import { traitSql } from '../traits/trait-sql.ts';
import { EventSql } from './event-sql.ts';
import { combine, wrap } from './fragments.ts';
import type { RuleIds } from './rule-names.ts';

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
  private readonly events: EventSql;

  constructor(db: Database, ids: RuleIds) {
    this.db = db;
    this.ids = ids;
    this.events = new EventSql(db, ids);
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
      return wrap('coalesce(', this.events.measures()[rule.measure], ` ${rule.op} ?, 0)`, rule.value);
    }
    if ('trait' in rule) {
      const value = traitSql(this.ids.trait(rule.trait, rule.value), this.events);
      return wrap('coalesce(', value, ` ${rule.op} ?, 0)`, rule.value);
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
    if (isCustomerCondition(rule)) return userIn([...this.ids.customers(rule)]);
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

  private eventCondition(behaviour: Behaviour): Fragment {
    this.readsEvents = true;
    return this.events.condition(behaviour);
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
