import type { Duck } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import type { EventField } from './event-block.ts';

/** A file's events that are taken, sorted by user and time and, at the same time, in the order of the file. */
export interface SortedEvents {
  /** Its columns are the fields, with ids in place of names, and `place`, which grows in the order of the file. */
  readonly table: string;
  readonly fields: readonly EventField[];
}

/** The fields whose names have ids, and where. */
const NAMED: readonly (readonly [field: EventField, dictionary: string])[] = [
  ...([
    ['user', 'users'],
    ['action', 'actions'],
    ['item', 'items'],
    ['category', 'categories'],
  ] as const),
  ...([
    ['brand', 'brands'],
    ['channel', 'channels'],
    ['campaign', 'campaigns'],
  ] as const),
];

/** The fields that stand in events as they are. */
const UNNAMED = [
  ...(['price', 'amount', 'quantity', 'rating', 'text', 'session', 'order_id', 'discount', 'currency'] as const),
] as const;

/** Sorts a staged file whose names have been added. Ids are compared from here on: names take ten times as long. */
export async function sortEvents(duck: Duck, staged: Staged): Promise<SortedEvents> {
  const table = `${staged.table}_sorted`;
  const columns = columnsOf(staged);
  const joins = NAMED.filter(([field]) => columns.has(field)).map(
    ([field, known]) => `LEFT JOIN known_${known} ${known} ON ${known}.name = f."${field}"`,
  );
  const selected = [...columns].map(([field, sql]) => `${sql} AS "${field}"`);
  await duck.run(`CREATE OR REPLACE TABLE ${table} AS SELECT ${selected}, f.rowid AS place
    FROM ${staged.table} f ${joins.join(' ')} WHERE ${USABLE} ORDER BY "user", "time", place`);
  return { table, fields: [...columns.keys()] };
}

/** SQL of each field that the file says, by field; what it does not say is not there. */
function columnsOf({ fields, timeKind, hasTimeColumn }: Staged): Map<EventField, string> {
  const columns = new Map<EventField, string>();
  for (const [field, known] of NAMED) if (fields.has(field)) columns.set(field, `${known}.id`);
  const isPosition = timeKind === 'order' && !hasTimeColumn;
  columns.set('time', isPosition ? 'row_number() OVER (PARTITION BY f."user" ORDER BY f.rowid)' : 'f.ms');
  for (const field of UNNAMED) if (fields.has(field)) columns.set(field, `f."${field}"`);
  return columns;
}
