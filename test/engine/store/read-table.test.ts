import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../electron/engine/store/table-file/read-table.ts';

const SQL = 'CREATE TABLE t (a INTEGER, b INTEGER, r REAL, s REAL, x TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID';
/** Positions of the numeric columns. */
const NUMBERS = [0, 1, 2, 3];

type Row = [a: number, b: number, r: number | null, s: number | null, x: string | null];

function databaseOf(rows: readonly Row[], pageSize = 4096): Database.Database {
  const db = new Database(':memory:');
  db.pragma(`page_size = ${pageSize}`);
  db.exec(SQL);
  const insert = db.prepare('INSERT INTO t VALUES (?, ?, ?, ?, ?)');
  db.transaction(() => rows.forEach((row) => void insert.run(...row)))();
  return db;
}

function numbersOf(db: Database.Database): number[][] {
  const root = db.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 't'").pluck().get()!;
  const rows: number[][] = [];
  readTable(db.serialize(), root, NUMBERS, (values) => rows.push([...values]));
  return rows;
}

const stored = (db: Database.Database) =>
  (db.prepare('SELECT a, b, r, s FROM t ORDER BY a, b').raw().all() as (number | null)[][]).map((row) =>
    row.map((value) => value ?? Number.NaN),
  );

describe('a table read from the image of its database', () => {
  it('has the rows that a statement finds, with any values', () => {
    const integer = fc.oneof(
      fc.integer({ min: -3, max: 300 }),
      fc.integer(),
      fc.maxSafeInteger(),
      fc.constantFrom(
        0,
        1,
        -1,
        127,
        128,
        -128,
        -129,
        32_767,
        32_768,
        -32_769,
        2 ** 23,
        -(2 ** 23) - 1,
        2 ** 47,
        -(2 ** 47) - 1,
      ),
    );
    const real = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -9, max: 9 }));
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.nat(30_000).map((length) => 'x'.repeat(length)),
    );
    const row = fc.tuple(integer, integer, fc.option(real), fc.option(real), fc.option(text));
    const rows = fc.uniqueArray(row, { maxLength: 60, selector: ([a, b]) => `${a} ${b}` });
    fc.assert(
      fc.property(rows, fc.constantFrom(4096, 65_536), (drawn, pageSize) => {
        const db = databaseOf(drawn, pageSize);
        expect(numbersOf(db)).toEqual(stored(db));
        db.close();
      }),
      { numRuns: 100 },
    );
  });

  it('has several levels of pages, with rows on the inner ones too', () => {
    const rows = Array.from({ length: 40_000 }, (_, i): Row => [i % 97, i, i / 8, null, `text ${i}`.repeat(i % 30)]);
    const db = databaseOf(rows);
    db.exec('DELETE FROM t WHERE b % 5 = 0');
    expect(numbersOf(db)).toEqual(stored(db));
    db.close();
  });

  it('lacks the columns that were added after its rows were written', () => {
    const db = databaseOf([[1, 2, 3, 4, null]]);
    db.exec('ALTER TABLE t ADD COLUMN later REAL');
    const root = db.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 't'").pluck().get()!;
    const rows: number[][] = [];
    readTable(db.serialize(), root, [0, 5], (values) => rows.push([...values]));
    expect(rows).toEqual([[1, Number.NaN]]);
    db.close();
  });

  it('is refused if the page is none of a table', () => {
    const db = databaseOf([]);
    const image = db.serialize();
    expect(() => readTable(image, 900, NUMBERS, () => {})).toThrow(RangeError);
    image.fill(0, 4096);
    expect(() => readTable(image, 2, NUMBERS, () => {})).toThrow(RangeError);
    db.close();
  });
});
