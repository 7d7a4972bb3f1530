import type { DuckDBValue } from '@duckdb/node-api';
import type { Database } from 'better-sqlite3';
import type { FileKind } from '../../../../shared/contract/ingest.ts';
import { BatchInsert } from '../../store/batch-insert.ts';
import { fieldsOfEvents } from '../../store/imports/imports.ts';
import { type Item, itemUpdater } from '../../store/names/dictionaries.ts';
import type { Duck } from '../stage/duckdb.ts';
import { type Staged, USABLE } from '../stage/stage.ts';
import { addNames, lastIdOf, newNamesSql } from './dictionaries.ts';
import type { SortedEvents } from './sorted-events.ts';

/** What is said of an item, in the order of the store's columns. */
const TOLD = ['title', 'title_en', 'category', 'brand', 'price'] as const;

/** Adds the names of a file's items, categories and brands; returns the greatest id of an item before. */
export async function addItemNames(duck: Duck, db: Database, { table, fields }: Staged): Promise<number> {
  if (fields.has('category')) await addNames(duck, db, 'categories', table, 'category');
  if (fields.has('brand')) await addNames(duck, db, 'brands', table, 'brand');
  const last = await lastIdOf(duck, db, 'items');
  if (fields.has('item')) await duck.run(newNamesSql('known_items', table, 'item', last));
  return last;
}

/**
 * Adds a file's items, those after the id `last`, and what it says of items (the latest, where rows differ). Events hold only
 * what differs from their item, so what events rest upon is never overwritten: a file of items replaces titles, and
 * category, brand and price where no import of events has said any; otherwise only gaps are filled. A price is taken
 * from events only if each of the item's rows has one, so that no row inherits another's. Where events are sorted already,
 * what they say is read from there.
 */
export async function addItems(
  duck: Duck,
  db: Database,
  staged: Staged,
  kind: FileKind,
  last: number,
  sorted: SortedEvents | null,
): Promise<void> {
  if (!staged.fields.has('item')) return;
  const isTitled = staged.fields.has('title') || staged.fields.has('title_en');
  await duck.run(`CREATE OR REPLACE TABLE told AS ${toldSql(staged, kind, isTitled ? null : sorted)}`);
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

function toldSql(staged: Staged, kind: FileKind, sorted: SortedEvents | null): string {
  const { fields } = staged;
  const columns = TOLD.map((field) => {
    const latest = `max_by("${field}", said) FILTER ("${field}" IS NOT NULL)`;
    if (!fields.has(field)) return `NULL::${TYPES[field]} AS "${field}"`;
    if (field !== 'price' || kind === 'items') return `${latest} AS "${field}"`;
    return 'CASE WHEN count(price) = count(*) THEN max_by(price, said) END AS price';
  });
  return `SELECT id, ${columns} FROM (${sorted ? sortedRowsSql(staged, sorted) : rowsSql(staged)}) GROUP BY id`;
}

const TYPES = {
  title: 'VARCHAR',
  title_en: 'VARCHAR',
  category: 'INTEGER',
  brand: 'INTEGER',
  price: 'DOUBLE',
} as const;

/** Rows of an item's `id`, what is told of it, and when it was `said`: by time, then in the order of the file. */
function sortedRowsSql({ fields, hasTimeColumn }: Staged, { table }: SortedEvents): string {
  const told = TOLD.filter((field) => fields.has(field)).map((field) => `"${field}"`);
  const said = hasTimeColumn ? saidSql('"time"', 'place') : 'place';
  return `SELECT ${['item AS id', ...told, `${said} AS said`]} FROM ${table} WHERE item IS NOT NULL`;
}

/** The same from a staged table. */
function rowsSql({ table, fields, hasTimeColumn }: Staged): string {
  const columns = TOLD.filter((field) => fields.has(field)).map((field) =>
    field === 'category' ? 'c.id AS category' : field === 'brand' ? 'b.id AS brand' : `f."${field}"`,
  );
  const joins = [
    fields.has('category') ? 'LEFT JOIN known_categories c ON c.name = f.category' : '',
    fields.has('brand') ? 'LEFT JOIN known_brands b ON b.name = f.brand' : '',
  ];
  const said = hasTimeColumn ? saidSql('f.ms', 'f.rowid') : 'f.rowid';
  return `SELECT ${['i.id', ...columns, `${said} AS said`]}
    FROM ${table} f JOIN known_items i ON i.name = f.item ${joins.join(' ')} WHERE ${USABLE}`;
}

const saidSql = (ms: string, place: string) => `coalesce(${ms}, 0)::HUGEINT * 4294967296 + ${place}`;

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
