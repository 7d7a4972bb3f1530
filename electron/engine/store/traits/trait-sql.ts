import type { Aggregate, EventValue, Formula, Period } from '../../../../shared/domain/traits/formula.ts';
import { type Fragment, MONEY } from '../events/measures.ts';
import { DATED_IMPORTS, DAY } from '../events/times.ts';
import type { EventSql } from '../segments/event-sql.ts';
import { wrap } from '../segments/fragments.ts';

const EVENTS = 'FROM events e LEFT JOIN items i ON i.id = e.item WHERE e.user = u.id';
const PRICE = 'coalesce(e.price, i.price)';

/**
 * Compiles a formula without references to an expression over `users u`; NULL is no value. Each operand is a query of
 * its own over the events of the user, which are clustered.
 */
export function traitSql(formula: Formula, events: EventSql): Fragment {
  switch (formula.kind) {
    case 'number':
      return { sql: '?', parameters: [formula.value] };
    case 'measure':
      return wrap('(SELECT ', events.measures()[formula.measure], ` ${EVENTS})`);
    case 'trait':
      throw new TypeError('a reference to a trait was not replaced');
    case 'calculation': {
      const [left, right] = [traitSql(formula.left, events), traitSql(formula.right, events)];
      // Numbers that are too large become infinite in SQLite; 9e999 is infinity.
      const sql = `nullif(nullif(CAST(${left.sql} AS REAL) ${formula.operator} CAST(${right.sql} AS REAL), 9e999), -9e999)`;
      return { sql, parameters: [...left.parameters, ...right.parameters] };
    }
    default:
      return aggregateSql(formula, events);
  }
}

function aggregateSql(aggregate: Aggregate, events: EventSql): Fragment {
  const condition = events.condition(aggregate.of);
  const select = (expression: string) => wrap(`(SELECT ${expression} ${EVENTS} AND `, condition, ')');
  switch (aggregate.kind) {
    case 'count':
      return select('count(*)');
    case 'sum':
      return select(`coalesce(sum(${valueSql(aggregate.value, events)}), 0)`);
    case 'mean': {
      const value = valueSql(aggregate.value, events);
      return select(`sum(${value}) / count(${value})`);
    }
    case 'distinct':
      return select(`count(DISTINCT ${valueSql(aggregate.value, events)})`);
    case 'daysSince': {
      const extreme = aggregate.event === 'first' ? 'min' : 'max';
      const dated = `CASE WHEN e.import IN (${DATED_IMPORTS}) THEN e.time END`;
      return select(`(${events.last() ?? 'NULL'} - ${extreme}(${dated})) / ${DAY}.0`);
    }
    case 'streak':
      return streakSql(aggregate.period, condition, events);
    default: {
      const rows = wrap(
        `SELECT ${valueSql(aggregate.value, events)} value, row_number() OVER (ORDER BY e.time, e.seq) n ${EVENTS} AND `,
        condition,
        '',
      );
      const order =
        aggregate.kind === 'mostFrequent'
          ? 'GROUP BY value ORDER BY count(*) DESC, max(n) DESC'
          : `ORDER BY n ${aggregate.kind === 'first' ? 'ASC' : 'DESC'}`;
      const value = wrap('SELECT value FROM (', rows, `) WHERE value IS NOT NULL ${order} LIMIT 1`);
      return decoded(aggregate.value, value);
    }
  }
}

/** SQL for a value of an event; names as their ids, a day as its number. NULL if the event does not have it. */
function valueSql(value: EventValue, events: EventSql): string {
  switch (value) {
    case 'action':
      return 'e.action';
    case 'item':
      return 'e.item';
    case 'category':
    case 'brand':
      return `coalesce(e.${value}, i.${value})`;
    case 'hour':
      return events.hour();
    case 'day':
      return events.day();
    default:
      return value === 'price' ? PRICE : MONEY;
  }
}

const TABLES = { action: 'actions', item: 'items', category: 'categories', brand: 'brands' } as const;

/** Returns a query of the value whose code another query yields. */
function decoded(value: EventValue, code: Fragment): Fragment {
  if (value === 'day') return wrap("(SELECT date(value * 86400, 'unixepoch') FROM (", code, '))');
  const isName = value === 'action' || value === 'item' || value === 'category' || value === 'brand';
  return isName ? wrap(`(SELECT name FROM ${TABLES[value]} WHERE id = (`, code, '))') : wrap('(', code, ')');
}

/** Numbers of periods; 1970-01-01 was a Thursday, 3 days after a Monday. */
const PERIODS: Readonly<Record<Period, string>> = {
  days: 'day',
  weeks: 'cast(floor((day + 3) / 7.0) AS INTEGER)',
  months: `12 * strftime('%Y', day * 86400, 'unixepoch') + strftime('%m', day * 86400, 'unixepoch')`,
};

/** Consecutive periods less their rank are equal, so that each run is a group. */
function streakSql(period: Period, condition: Fragment, events: EventSql): Fragment {
  const days = wrap(`SELECT ${events.day()} day ${EVENTS} AND `, condition, '');
  const numbers = wrap(`SELECT DISTINCT ${PERIODS[period]} number FROM (`, days, ') WHERE day IS NOT NULL');
  const runs = wrap('SELECT number - row_number() OVER (ORDER BY number) run FROM (', numbers, ')');
  const lengths = wrap('SELECT count(*) length FROM (', runs, ') GROUP BY run');
  return wrap('(SELECT coalesce(max(length), 0) FROM (', lengths, '))');
}
