import type { Database } from 'better-sqlite3';
import type { Formula } from '../../../../shared/domain/traits/formula.ts';
import { EventSql } from '../segments/event-sql.ts';
import type { RuleIds } from '../segments/rule-names.ts';
import { traitSql } from './trait-sql.ts';

/** Returns the value of a formula without references for each user, in the order of their ids; null for no value. */
export function traitValues(db: Database, formula: Formula, ids: RuleIds): (number | string | null)[] {
  const { sql, parameters } = traitSql(formula, new EventSql(db, ids));
  return db
    .prepare<(number | string)[], number | string | null>(`SELECT ${sql} FROM users u ORDER BY u.id`)
    .pluck()
    .all(...parameters);
}
