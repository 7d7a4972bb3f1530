import type { Database } from 'better-sqlite3';
import type { Field } from '../../../../shared/domain/mapping.ts';
import { BatchInsert } from '../../store/batch-insert.ts';
import { hasEvents } from '../../store/events/stored-events.ts';
import { type ReplaceableField, removeReplaced } from '../../store/imports/replaced-events.ts';
import type { Duck } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';

export interface Replaced {
  /** Stored events that were removed to make room. */
  readonly replaced: number;
  /** Rows of the file that a later one with the same key makes void. */
  readonly duplicates: number;
}

/**
 * Makes room for a file whose rows are told apart by a key: of its rows with the same key only the last is left, and
 * stored events with the key of a row are removed unless they say just the same (those make the row a duplicate). A row in
 * which a field of the key is empty has no key and replaces nothing. Call it right before the file's events are written.
 */
export async function replaceByKey(duck: Duck, db: Database, staged: Staged, key: readonly Field[]): Promise<Replaced> {
  const duplicates = await leaveLast(duck, staged, key);
  if (!hasEvents(db)) return { replaced: 0, duplicates };
  const fields = REPLACEABLE.filter((field) => staged.fields.has(field));
  db.exec(
    `DROP TABLE IF EXISTS temp.incoming; CREATE TEMP TABLE incoming (${fields.map((field) => `"${field}" ${typeOf(field)}`)})`,
  );
  const insert = new BatchInsert(
    db,
    'temp.incoming',
    fields.map((field) => `"${field}"`),
  );
  for await (const chunk of duck.stream(incomingSql(staged, fields, key))) {
    for (const row of chunk.getRows()) insert.add(row.map(plain));
  }
  insert.finish();
  const replaced = removeReplaced(db, fields, key);
  db.exec('DROP TABLE temp.incoming');
  return { replaced, duplicates };
}

/** What an event keeps, so that it can be told by it. */
export const REPLACEABLE: readonly ReplaceableField[] = [
  ...([
    'user',
    'time',
    'action',
    'item',
    'category',
    'brand',
    'price',
    'amount',
    'quantity',
    'rating',
    'text',
  ] as const),
  ...(['session', 'order_id', 'discount', 'currency', 'channel', 'campaign'] as const),
];

const NAMED: Partial<Record<Field, string>> = {
  user: 'users',
  action: 'actions',
  item: 'items',
  category: 'categories',
  brand: 'brands',
  channel: 'channels',
  campaign: 'campaigns',
};

/** The types of the store's columns: between others, an index would be of no use. */
function typeOf(field: ReplaceableField): string {
  if (field in NAMED || field === 'time') return 'INTEGER';
  return field === 'text' || field === 'session' || field === 'order_id' || field === 'currency' ? 'TEXT' : 'REAL';
}

const columnOf = (field: Field) => (field === 'time' ? 'ms' : `"${field}"`);
const hasKey = (key: readonly Field[]) => key.map((field) => `${columnOf(field)} IS NOT NULL`).join(' AND ');

async function leaveLast(duck: Duck, { table }: Staged, key: readonly Field[]): Promise<number> {
  const void_ = `dropped = 'key'`;
  await duck.run(`UPDATE ${table} SET ${void_} FROM (
      SELECT rowid AS id, row_number() OVER (PARTITION BY ${key.map(columnOf)} ORDER BY rowid DESC) AS place
      FROM ${table} WHERE ${USABLE} AND ${hasKey(key)}) ranked
    WHERE ranked.id = ${table}.rowid AND ranked.place > 1`);
  return duck.number(`SELECT count(*) FROM ${table} WHERE ${void_}`);
}

function incomingSql({ table }: Staged, fields: readonly Field[], key: readonly Field[]): string {
  const selected = fields.map((field) => {
    const dictionary = NAMED[field];
    return dictionary ? `${dictionary}.id` : field === 'time' ? 'f.ms::DOUBLE' : `f."${field}"`;
  });
  const joins = fields.flatMap((field) => {
    const dictionary = NAMED[field];
    return dictionary ? `LEFT JOIN known_${dictionary} ${dictionary} ON ${dictionary}.name = f."${field}"` : [];
  });
  return `SELECT ${selected} FROM (SELECT * FROM ${table} WHERE ${USABLE} AND ${hasKey(key)}) f ${joins.join(' ')}`;
}

const plain = (value: unknown) => (typeof value === 'number' || typeof value === 'string' ? value : null);
