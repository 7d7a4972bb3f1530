import { rowsWith } from '../../../../shared/domain/event-fields.ts';
import { type EventField, eventFields } from '../../store/events/event-fields.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { OTHER_COLUMNS } from '../stage/row-hash.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import { storedSql } from './stored-sql.ts';

/** The usable events of a file, sorted by user and time and, within the same time, in file order. */
export interface SortedEvents {
  /** Its columns are the fields, with ids instead of names, and `place`, which increases in file order. */
  readonly table: string;
  readonly fields: readonly EventField[];
  /** Whether it has the column `OTHER_COLUMNS`. */
  readonly hasOtherColumns: boolean;
}

/** Fields whose values are replaced by ids. */
const ID_FIELDS = rowsWith({ stored: 'id' });
/** Fields of events that are read as they are. */
const VALUE_FIELDS = eventFields.filter((field) => !ID_FIELDS.some((row) => row.field === field) && field !== 'time');

/** Sorts a staged file after its names have been added. Compares ids: names would take ten times as long. */
export async function sortEvents(duck: DuckDb, staged: Staged): Promise<SortedEvents> {
  const table = `${staged.table}_sorted`;
  const columns = columnsOf(staged);
  const joins = ID_FIELDS.filter(({ field }) => columns.has(field)).map(
    ({ field, dictionary }) => `LEFT JOIN ${dictionary} ON ${dictionary}.name = f."${field}"`,
  );
  const selected = [...columns].map(([field, sql]) => `${sql} AS "${field}"`);
  if (staged.hasOtherColumns) selected.push(`f.${OTHER_COLUMNS}`);
  await duck.run(`CREATE OR REPLACE TABLE ${table} AS SELECT ${selected}, f.rowid AS place
    FROM ${staged.table} f ${joins.join(' ')} WHERE ${USABLE} ORDER BY "user", "time", place`);
  return { table, fields: [...columns.keys()], hasOtherColumns: staged.hasOtherColumns };
}

/** Returns SQL for each field that the file has, by field. */
function columnsOf({ fields, timeKind, hasTimeColumn }: Staged): Map<EventField, string> {
  const columns = new Map<EventField, string>();
  for (const { field, dictionary } of ID_FIELDS) if (fields.has(field)) columns.set(field, `${dictionary}.id`);
  const isPosition = timeKind === 'order' && !hasTimeColumn;
  columns.set('time', isPosition ? 'row_number() OVER (PARTITION BY f."user" ORDER BY f.rowid)' : 'f.ms');
  for (const field of VALUE_FIELDS) if (fields.has(field)) columns.set(field, storedSql(field));
  return columns;
}
