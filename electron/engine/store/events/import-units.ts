import type { Database } from 'better-sqlite3';

export interface ActionUnit {
  readonly action: string;
  readonly unit: number;
  readonly events: number;
}

/** Returns the number of an import's stored events by action and by `unitSql`, an expression over `e.time`. */
export function importUnits(db: Database, id: number, unitSql: string): ActionUnit[] {
  return db
    .prepare<[number], ActionUnit>(
      `SELECT a.name action, ${unitSql} unit, count(*) events FROM events e JOIN actions a ON a.id = e.action
       WHERE e.import = ? GROUP BY 1, 2`,
    )
    .all(id);
}
