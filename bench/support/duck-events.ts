import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { amountAt } from '../../electron/engine/columns/amounts.ts';
import type { Columns } from '../../electron/engine/columns/columns.ts';
import type { EventColumns } from '../../electron/engine/columns/event-columns.ts';
import type { RuleIds } from '../../electron/engine/store/segments/rule-names.ts';
import { type Behaviour, partsOf, type Rule } from '../../shared/domain/rule.ts';

const DAY = 86_400_000;

/**
 * The same events in a DuckDB table, with missing values filled in from their items. A rule becomes one query over
 * counts by user.
 */
export class DuckEvents {
  private readonly instance: DuckDBInstance;
  private readonly connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.instance = instance;
    this.connection = connection;
  }

  static async create(events: EventColumns): Promise<DuckEvents> {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`CREATE TABLE events (user_id INTEGER, time BIGINT, action INTEGER, item INTEGER, category INTEGER,
      brand INTEGER, price DOUBLE, money DOUBLE); CREATE TABLE users (id INTEGER)`);
    const users = await connection.createAppender('users');
    for (const id of events.users) {
      users.appendInteger(id);
      users.endRow();
    }
    users.closeSync();
    const appender = await connection.createAppender('events');
    const amount = (value: number) => (Number.isNaN(value) ? appender.appendNull() : appender.appendDouble(value));
    events.users.forEach((id, user) => {
      for (let e = events.offsets[user]!; e < events.offsets[user + 1]!; e++) {
        appender.appendInteger(id);
        appender.appendBigInt(BigInt(events.time.values[e]! * events.time.unit));
        for (const codes of [events.action, events.item, events.category, events.brand])
          appender.appendInteger(codes[e]!);
        amount(amountAt(events.price, e));
        amount(amountAt(events.money, e));
        appender.endRow();
      }
    });
    appender.closeSync();
    return new DuckEvents(instance, connection);
  }

  /** Returns the ids of the users who match a rule of counts and sums, ascending. */
  async members(rule: Rule, ids: RuleIds, columns: Columns): Promise<Int32Array> {
    const aggregates: string[] = [];
    const condition = conditionSql(rule, (behaviour, isSum) => {
      const filter = filterSql(behaviour, ids, columns.lastTime());
      aggregates.push(isSum ? `sum(money) FILTER (${filter})` : `count(*) FILTER (${filter})`);
      return `coalesce(a${aggregates.length}, 0)`;
    });
    const list = aggregates.map((aggregate, i) => `${aggregate} a${i + 1}`).join(', ');
    const sql = `SELECT id FROM users LEFT JOIN (SELECT user_id, ${list} FROM events GROUP BY user_id) ON user_id = id
      WHERE ${condition} ORDER BY id`;
    const reader = await this.connection.runAndReadAll(sql);
    return Int32Array.from(reader.getRows(), ([id]) => Number(id));
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

function conditionSql(rule: Rule, aggregate: (behaviour: Behaviour, isSum: boolean) => string): string {
  if ('not' in rule) return `NOT (${conditionSql(rule.not, aggregate)})`;
  if ('count' in rule) return `${aggregate(rule.count, false)} ${rule.op} ${rule.value}`;
  if ('sum' in rule) return `${aggregate(rule.sum, true)} ${rule.op} ${rule.value}`;
  const parts = partsOf(rule).map((part) => `(${conditionSql(part, aggregate)})`);
  return parts.join('all' in rule ? ' AND ' : ' OR ');
}

function filterSql(behaviour: Behaviour, ids: RuleIds, last: number): string {
  const { action, category, brand, item, days, hours, price = [] } = behaviour;
  const conditions = [
    ...(action === null ? [] : [`action = ${ids.action(action)}`]),
    ...(item === undefined ? [] : [`item = ${ids.item(item)}`]),
    ...(brand === undefined ? [] : [`brand = ${ids.brand(brand)}`]),
    ...(category === undefined ? [] : [`category IN (${ids.categories(category).join()})`]),
    ...(days === undefined ? [] : [`time > ${last - days * DAY}`]),
    ...(hours === undefined ? [] : [hoursSql(hours)]),
    ...price.map(({ op, value }) => `price ${op} ${value}`),
  ];
  return `WHERE ${conditions.length === 0 ? 'true' : conditions.join(' AND ')}`;
}

function hoursSql([from, to]: readonly [number, number]): string {
  const hour = '(time // 3600000) % 24';
  return from <= to ? `${hour} BETWEEN ${from} AND ${to}` : `(${hour} >= ${from} OR ${hour} <= ${to})`;
}
