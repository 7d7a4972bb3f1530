import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Preset, type PresetFile } from '../../../../electron/engine/ingest/detect/preset.ts';
import { categorySql, passesSql, renamedSql } from '../../../../electron/engine/ingest/stage/rules-sql.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, namedEvents } from '../import-helpers.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/presets');
const source = { from: '', order: null, cell: (column: number) => `c${column + 1}` };

async function evaluate(sql: string, rows: readonly (readonly (string | null)[])[]): Promise<unknown[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const cells = (row: readonly (string | null)[]) => row.map((cell) => (cell === null ? 'NULL' : `'${cell}'`));
  const values = rows.map((row) => `(${cells(row)})`);
  const names = rows[0]!.map((_, c) => `c${c + 1}`);
  return (await connection.runAndReadAll(`SELECT ${sql} FROM (VALUES ${values}) v (${names})`)).getRows().flat();
}

const rules = (said: object): PresetFile =>
  Preset.parse({ name: 'x', title: 'X', files: [{ mapping: {}, ...said }] }).files[0]!;

describe('the rules of a preset', () => {
  it('convert a category’s path to one form', async () => {
    const path = (separator: string, ...texts: string[]) =>
      evaluate(
        categorySql('c1', rules({ path: separator }), ['c'], source),
        texts.map((text) => [text]),
      );
    expect(await path('/', 'a/b / c', 'a')).toEqual(['a > b > c', 'a']);
    expect(await path('.', 'a.b.c', 'a/b')).toEqual(['a > b > c', 'a/b']);
    expect(await path('>', 'a > b>c')).toEqual(['a > b > c']);
    expect(await path('|', 'a|b')).toEqual(['a > b']);
    const levels = categorySql('c1', rules({ levels: ['one', 'two', 'gone'] }), ['one', 'two'], source);
    expect(
      await evaluate(levels, [
        ['a', 'b'],
        ['a', null],
        [null, null],
      ]),
    ).toEqual(['a > b', 'a', null]);
  });

  it('drop rows by the value of a cell, empty ones included', async () => {
    const passes = (test: object, ...texts: (string | null)[]) =>
      evaluate(
        passesSql([{ column: 'c', ...test }], ['c'], source) ?? 'NULL',
        texts.map((text) => [text]),
      );
    expect(await passes({ is: ['a', 'b'] }, 'a', 'c', null)).toEqual([true, false, false]);
    expect(await passes({ not: ['a'] }, 'a', 'c', null)).toEqual([false, true, true]);
    expect(await passes({ starts: 'C' }, 'C1', '1C', null)).toEqual([true, false, false]);
    expect(await passes({ filled: true }, 'a', null)).toEqual([true, false]);
    expect(passesSql([{ column: 'gone', is: ['a'] }], ['c'], source)).toBe(null);
  });

  it('rename actions, and leave others unchanged', async () => {
    expect(await evaluate(renamedSql('c1', { pv: 'view' }), [['pv'], ['other'], [null]])).toEqual([
      'view',
      'other',
      null,
    ]);
  });

  it('look up values in all files of a name', async () => {
    const workspace = testWorkspace();
    const fixture = (name: string) => join(FIXTURES, 'olist', name);
    const [header, first, second] = readFileSync(fixture('olist_orders_dataset.csv'), 'utf8').trimEnd().split('\n');
    const files = [
      fileWith(workspace, `${header}\n${first}\n`, 'orders-1.csv'),
      fixture('olist_order_items_dataset.csv'),
      fixture('olist_customers_dataset.csv'),
      fileWith(workspace, `${header}\n${second}\n${second}\n`, 'orders-2.csv'),
    ];
    expect(await importFiles(workspace, files)).toMatchObject({ events: 3, rejected: 0 });
    expect(namedEvents(workspace, 'order_id, action').map(([, action]) => action)).toEqual([
      'purchase',
      'purchase',
      'cancel',
    ]);
  });

  it('account for every row of mangled files', { timeout: 30_000 }, async () => {
    const folders = ['shopify', 'retailrocket', 'online-retail', 'ml-1m', 'olist'];
    const cut = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat(12),
      put: fc.string({ maxLength: 3, unit: fc.constantFrom('"', ',', '\n', '::', '\0', 'x', ' ', '|') }),
    });
    const mangle = (text: string, cuts: readonly { at: number; remove: number; put: string }[]) =>
      cuts.reduce((now, { at, remove, put }) => {
        const from = Math.floor(at * now.length);
        return now.slice(0, from) + put + now.slice(from + remove);
      }, text);
    const workspace = testWorkspace();
    const cuts = fc.array(cut, { minLength: 1, maxLength: 3 });
    const property = fc.asyncProperty(fc.constantFrom(...folders), cuts, async (folder, made) => {
      const files = readdirSync(join(FIXTURES, folder)).map((name, i) => {
        const text = readFileSync(join(FIXTURES, folder, name), 'utf8');
        return fileWith(workspace, i === 0 ? mangle(text, made) : text, name);
      });
      const counts = await importFiles(workspace, files, { dryRun: true }).catch((error: unknown) => {
        if (error instanceof PortraitError) return null;
        throw error;
      });
      if (!counts) return;
      const { rows, events, duplicates, rejected, metadataRows, dropped } = counts;
      expect(rows).toBe(events + duplicates + rejected + metadataRows + dropped);
    });
    await fc.assert(property, { numRuns: 25, seed: 9 });
  });
});
