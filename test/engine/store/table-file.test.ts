import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../../electron/engine/store/table-file/record.ts';
import { TableFile } from '../../../electron/engine/store/table-file/table-file.ts';
import { testFolder } from '../../support/folder.ts';

const SQL = 'CREATE TABLE t (a INTEGER NOT NULL, b INTEGER, r REAL, x TEXT, y TEXT, PRIMARY KEY (a)) WITHOUT ROWID';

function writeTables(tables: Record<string, readonly (readonly Value[])[]>, name = 'rows.db') {
  const path = join(testFolder(), name);
  const file = new TableFile(path);
  for (const [table, rows] of Object.entries(tables)) {
    const tree = file.table(table, SQL.replace(' t ', ` ${table} `));
    for (const row of rows) tree.add(row);
  }
  file.finish();
  return new Database(path);
}

const padRow = (row: readonly Value[]) => [...row, null, null, null, null].slice(0, 5);

describe('a table file', () => {
  it('is read by SQLite row by row, with any values', () => {
    const int = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.constantFrom(0, 1, -1, 127, 128, -128, -129, 2 ** 47));
    const real = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.nat(90_000).map((length) => 'word '.repeat(length / 5)),
    );
    const row = fc.tuple(fc.option(int), fc.option(real), fc.option(text), fc.option(text));
    const property = fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
      const keyed = rows.map((values, i) => [i - 3, ...values]);
      const db = writeTables({ t: keyed });
      expect(db.prepare('SELECT * FROM t').raw().all()).toEqual(keyed);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      db.close();
    });
    fc.assert(property, { numRuns: 60, seed: 20_251_124 });
  });

  it('contains several tables of any depth, searchable by key, and empty ones', () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => [2 * i, i % 7, i / 4, `${i}`.repeat(i % 40)]);
    const db = writeTables({ t: rows, u: rows.slice(0, 20_000).map(([a]) => [a!]), none: [] });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.prepare('SELECT * FROM t').raw().all()).toEqual(rows.map(padRow));
    expect(db.prepare('SELECT * FROM t WHERE a = 77776').raw().get()).toEqual(padRow(rows[38_888]!));
    expect(db.prepare('SELECT count(*), max(a) FROM u').raw().get()).toEqual([20_000, 39_998]);
    expect(db.prepare('SELECT count(*) FROM none').raw().get()).toEqual([0]);
    db.close();
  });

  it('is copied with rows that are shorter than the table, whose missing columns are NULL', () => {
    const source = writeTables({ t: [[1], [2, 5, 0.5]] });
    const db = new Database(':memory:');
    db.exec(SQL);
    db.prepare('ATTACH ? AS file').run(source.name);
    db.exec('INSERT INTO t SELECT * FROM file.t');
    expect(db.prepare('SELECT * FROM t').raw().all()).toEqual([
      [1, null, null, null, null],
      [2, 5, 0.5, null, null],
    ]);
    db.prepare("UPDATE t SET y = 'late' WHERE a = 1").run();
    expect(db.prepare('SELECT y FROM t').pluck().all()).toEqual(['late', null]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
    source.close();
  });
});
