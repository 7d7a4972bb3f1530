import type { DuckDBValue } from '@duckdb/node-api';
import type { Database } from 'better-sqlite3';
import type { FileKind } from '../../../../shared/contract/import-file.ts';
import { rowsWith } from '../../../../shared/domain/event-fields.ts';
import { BatchInsert } from '../../store/batch-insert.ts';
import { mappedEventFields } from '../../store/imports/imports.ts';
import { type Item, itemUpdater } from '../../store/names/dictionaries.ts';
import type { DuckDb } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import { addNames, lastIdOf, newNamesSql } from './dictionaries.ts';
import type { SortedEvents } from './sorted-events.ts';

/** Properties of an item. */
const ITEM_ROWS = rowsWith({ item: true });
const ITEM_FIELDS = ITEM_ROWS.map(({ field }) => field);

/** Adds the names of a file's items, categories and brands; returns the greatest item id before. */
export async function addItemNames(duck: DuckDb, db: Database, { table, fields }: Staged): Promise<number> {
  if (fields.has('category')) await addNames(duck, db, 'categories', table, 'category');
  if (fields.has('brand')) await addNames(duck, db, 'brands', table, 'brand');
  const last = await lastIdOf(duck, db, 'items');
  if (fields.has('item')) await duck.run(newNamesSql('items', table, 'item', last));
  return last;
}

/**
 * Inserts a file's new items (ids above `last`) and updates their properties (the latest value where rows differ).
 * Events store only what differs from their item, so values that stored events depend on are never overwritten: a file
 * of items replaces titles, and category, brand and price if no import of events has mapped them; otherwise only
 * missing values are filled in. A price is taken from events only if each of the item's rows has one, so that no row
 * inherits another's. If the events are already sorted, the properties are read from there.
 */
export async function addItems(
  duck: DuckDb,
  db: Database,
  staged: Staged,
  kind: FileKind,
  last: number,
  sorted: SortedEvents | null,
): Promise<void> {
  if (!staged.fields.has('item')) return;
  const isTitled = staged.fields.has('title') || staged.fields.has('title_en');
  await duck.run(`CREATE OR REPLACE TABLE latest AS ${latestValuesSql(staged, kind, isTitled ? null : sorted)}`);
  const fieldsOfStoredEvents = kind === 'items' ? mappedEventFields(db) : new Set<string>(ITEM_FIELDS);
  const merged = ITEM_FIELDS.map((field) => {
    const keepsStored = field.startsWith('title') ? kind !== 'items' : fieldsOfStoredEvents.has(field);
    const [first, second] = keepsStored ? ['items', 'latest'] : ['latest', 'items'];
    return `coalesce(${first}."${field}", ${second}."${field}") AS "${field}"`;
  });
  await duck.run(`CREATE OR REPLACE TABLE merged AS SELECT items.id, items.name, ${merged}
    FROM items JOIN latest ON latest.id = items.id`);
  const insert = new BatchInsert(db, 'items', ['id', 'name', ...ITEM_FIELDS]);
  const update = itemUpdater(db);
  const changed = ITEM_FIELDS.map((field) => `merged."${field}" IS DISTINCT FROM items."${field}"`).join(' OR ');
  const sql = `SELECT merged.* FROM merged JOIN items ON items.id = merged.id
    WHERE items.id > ${last} OR ${changed} ORDER BY merged.id`;
  for (const row of await duck.rows(sql)) {
    const item = itemOf(row);
    if (item.id <= last) update(item);
    else insert.add([item.id, item.name, ...ITEM_FIELDS.map((field) => item[field])]);
  }
  insert.finish();
  const set = ITEM_FIELDS.map((field) => `"${field}" = merged."${field}"`);
  await duck.run(`UPDATE items SET ${set} FROM merged WHERE merged.id = items.id`);
  await duck.run('DROP TABLE latest; DROP TABLE merged');
}

function latestValuesSql(staged: Staged, kind: FileKind, sorted: SortedEvents | null): string {
  const { fields } = staged;
  const columns = ITEM_ROWS.map(({ field, stored }) => {
    const latest = `max_by("${field}", recency) FILTER ("${field}" IS NOT NULL)`;
    if (!fields.has(field)) return `NULL::${TYPES[stored]} AS "${field}"`;
    if (field !== 'price' || kind === 'items') return `${latest} AS "${field}"`;
    return 'CASE WHEN count(price) = count(*) THEN max_by(price, recency) END AS price';
  });
  return `SELECT id, ${columns} FROM (${sorted ? sortedRowsSql(staged, sorted) : rowsSql(staged)}) GROUP BY id`;
}

/** DuckDB's type for each way to store a value. */
const TYPES = { id: 'INTEGER', number: 'DOUBLE', text: 'VARCHAR' } as const;

/** Returns SQL for rows with an item's `id`, its properties, and their `recency`: by time, then in file order. */
function sortedRowsSql({ fields, hasTimeColumn }: Staged, { table }: SortedEvents): string {
  const columns = ITEM_FIELDS.filter((field) => fields.has(field)).map((field) => `"${field}"`);
  const recency = hasTimeColumn ? recencySql('"time"', 'place') : 'place';
  return `SELECT ${['item AS id', ...columns, `${recency} AS recency`]} FROM ${table} WHERE item IS NOT NULL`;
}

/** As `sortedRowsSql`, from a staged table. */
function rowsSql({ table, fields, hasTimeColumn }: Staged): string {
  const columns = ITEM_FIELDS.filter((field) => fields.has(field)).map((field) =>
    field === 'category' ? 'c.id AS category' : field === 'brand' ? 'b.id AS brand' : `f."${field}"`,
  );
  const joins = [
    fields.has('category') ? 'LEFT JOIN categories c ON c.name = f.category' : '',
    fields.has('brand') ? 'LEFT JOIN brands b ON b.name = f.brand' : '',
  ];
  const recency = hasTimeColumn ? recencySql('f.ms', 'f.rowid') : 'f.rowid';
  return `SELECT ${['i.id', ...columns, `${recency} AS recency`]}
    FROM ${table} f JOIN items i ON i.name = f.item ${joins.join(' ')} WHERE ${USABLE}`;
}

const recencySql = (ms: string, place: string) => `coalesce(${ms}, 0)::HUGEINT * 4294967296 + ${place}`;

function itemOf(row: Record<string, DuckDBValue>): Item {
  const text = (value: DuckDBValue | undefined) => (typeof value === 'string' ? value : null);
  const number = (value: DuckDBValue | undefined) => (typeof value === 'number' ? value : null);
  return {
    id: number(row.id) ?? 0,
    name: text(row.name) ?? '',
    title: text(row.title),
    title_en: text(row.title_en),
    category: number(row.category),
    brand: number(row.brand),
    price: number(row.price),
  };
}
