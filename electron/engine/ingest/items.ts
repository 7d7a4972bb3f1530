import type { DuckDBValue } from '@duckdb/node-api';
import type { Database } from 'better-sqlite3';
import type { FileKind } from '../../../shared/contract/ingest.ts';
import { BatchInsert } from '../store/batch-insert.ts';
import { type Item, itemUpdater } from '../store/dictionaries.ts';
import { fieldsOfEvents } from '../store/imports.ts';
import { addNames, newNamesSql } from './dictionaries.ts';
import type { Duck } from './duck.ts';
import { type Staged, USABLE } from './stage.ts';

/** What is said of an item, in the order of the store's columns. */
const TOLD = ['title', 'title_en', 'category', 'brand', 'price'] as const;
type Told = (typeof TOLD)[number];

/**
 * Adds a file's items, categories and brands, and what it says of items (the latest, where rows differ). Events hold only
 * what differs from their item, so what events rest upon is never overwritten: a file of items replaces titles, and
 * category, brand and price where no import of events has said any; otherwise only gaps are filled. A price is taken
 * from events only if each of the item's rows has one, so that no row inherits another's.
 */
export async function addItems(duck: Duck, db: Database, staged: Staged, kind: FileKind): Promise<void> {
  const { table, fields } = staged;
  if (fields.has('category')) await addNames(duck, db, 'categories', table, 'category');
  if (fields.has('brand')) await addNames(duck, db, 'brands', table, 'brand');
  if (!fields.has('item')) return;
  const last = await duck.number('SELECT coalesce(max(id), 0) FROM known_items');
  await duck.run(newNamesSql('known_items', table, 'item', last));
  await duck.run(`CREATE OR REPLACE TABLE told AS ${toldSql(staged, kind)}`);
  const rested = kind === 'items' ? fieldsOfEvents(db) : new Set<string>(TOLD);
  const merged = TOLD.map((field) => {
    const isRested = field.startsWith('title') ? kind !== 'items' : rested.has(field);
    const [first, second] = isRested ? ['known', 'told'] : ['told', 'known'];
    return `coalesce(${first}."${field}", ${second}."${field}") AS "${field}"`;
  });
  await duck.run(`CREATE OR REPLACE TABLE merged AS SELECT known.id, known.name, ${merged}
    FROM known_items known JOIN told ON told.id = known.id`);
  const insert = new BatchInsert(db, 'items', ['id', 'name', ...TOLD]);
  const update = itemUpdater(db);
  const changed = TOLD.map((field) => `merged."${field}" IS DISTINCT FROM known."${field}"`).join(' OR ');
  const sql = `SELECT merged.* FROM merged JOIN known_items known ON known.id = merged.id
    WHERE known.id > ${last} OR ${changed} ORDER BY merged.id`;
  for (const row of await duck.rows(sql)) {
    const item = itemOf(row);
    if (item.id <= last) update(item);
    else insert.add([item.id, item.name, ...TOLD.map((field) => item[field])]);
  }
  insert.finish();
  const set = TOLD.map((field) => `"${field}" = merged."${field}"`);
  await duck.run(`UPDATE known_items SET ${set} FROM merged WHERE merged.id = known_items.id`);
  await duck.run('DROP TABLE told; DROP TABLE merged');
}

function toldSql({ table, fields, hasTimeColumn }: Staged, kind: FileKind): string {
  const order = hasTimeColumn ? 'coalesce(f.ms, 0)::HUGEINT * 4294967296 + f.rowid' : 'f.rowid';
  const latest = (value: string, as: Told) => `max_by(${value}, ${order}) FILTER (${value} IS NOT NULL) AS "${as}"`;
  const none = (as: Told) =>
    `NULL::${as.startsWith('title') ? 'VARCHAR' : as === 'price' ? 'DOUBLE' : 'INTEGER'} AS "${as}"`;
  const columns = TOLD.map((field) => {
    if (!fields.has(field)) return none(field);
    if (field === 'category') return latest('c.id', field);
    if (field === 'brand') return latest('b.id', field);
    if (field !== 'price' || kind === 'items') return latest(`f."${field}"`, field);
    return `CASE WHEN count(price) = count(*) THEN max_by(f.price, ${order}) END AS price`;
  });
  const joins = [
    fields.has('category') ? 'LEFT JOIN known_categories c ON c.name = f.category' : '',
    fields.has('brand') ? 'LEFT JOIN known_brands b ON b.name = f.brand' : '',
  ];
  const price = fields.has('price') ? 'count(f.price)' : '0';
  return `SELECT i.id, ${columns.map((column) => column.replace('count(price)', price))}
    FROM ${table} f JOIN known_items i ON i.name = f.item ${joins.join(' ')} WHERE ${USABLE} GROUP BY i.id`;
}

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
