import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { createOpenContext } from '../../../../electron/engine/ingest/open/open-context.ts';
import { readParquet } from '../../../../electron/engine/ingest/open/parquet/read-parquet.ts';
import { temporaryFolder } from '../../../../electron/engine/store/workspace.ts';
import { testFolder } from '../../../support/folder.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { zipOf } from '../../../support/zip.ts';
import { fileWith, importFiles, namedEvents, rejectedLines } from '../import-helpers.ts';
import { openErrorCode, openOnlyTable } from './open-test-file.ts';

/** The bytes of a Parquet file with the rows of a query. */
async function parquetOf(query: string): Promise<Buffer> {
  const path = join(testFolder(), 'made.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`SET TimeZone = 'UTC'; COPY (${query}) TO '${path}' (FORMAT parquet)`);
    return readFileSync(path);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

describe('a Parquet file', () => {
  it('has its values as text: instants with their zone, ids without a decimal point', async () => {
    const { text, source, lineOf } = await openOnlyTable(
      await parquetOf(`SELECT * FROM (VALUES
        (12345678901234567::BIGINT, 77::DOUBLE, 1.10::DECIMAL(9, 2), 0.1::DOUBLE, TIMESTAMP '2024-05-01 10:00:00',
          TIMESTAMPTZ '2024-05-01 10:00:00+08', DATE '2024-05-01', 'a, "b"', true, 'x'::BLOB),
        (1, NULL, 2, 'nan'::DOUBLE, TIMESTAMP '2024-05-01 10:00:00.5', NULL, NULL, '', NULL, NULL)
      ) AS t(id, pandas, price, rate, naive, instant, day, note, flag, bytes)`),
      { name: 'export.parquet' },
    );
    expect(source).toEqual({ format: 'parquet', encoding: 'utf-8', compression: 'none', inner: null });
    expect(text.split('\n')).toEqual([
      'id,pandas,price,rate,naive,instant,day,note,flag,bytes',
      '12345678901234567,77,1.10,0.1,2024-05-01 10:00:00,2024-05-01 02:00:00+00,2024-05-01,"a, ""b""",true,x',
      '1,,2.00,,2024-05-01 10:00:00.5,,,"",,',
      '',
    ]);
    expect([lineOf(0), lineOf(1)]).toEqual([1, 2]);
  });

  it('with nested columns is flattened like JSON', async () => {
    const { text, source } = await openOnlyTable(
      await parquetOf(`SELECT {id: 12345678901234567, geo: {city: '上海'}} AS "user",
        [{key: 'page', value: {string_value: '/a', int_value: NULL::BIGINT}}] AS event_params,
        [{item_id: 'i1', price: 1.5}, {item_id: 'i2', price: 2}] AS items, TIMESTAMP '2024-05-01 10:00:00' AS ts`),
    );
    expect(source.format).toBe('parquet');
    expect(text).toBe(
      [
        'user.id,user.geo.city,event_params.page,ts,items.item_id,items.price',
        '12345678901234567,上海,/a,2024-05-01 10:00:00,i1,1.5',
        '12345678901234567,上海,/a,2024-05-01 10:00:00,i2,2.0\n',
      ].join('\n'),
    );
  });

  it('is imported in row order, with row numbers', async () => {
    const workspace = testWorkspace();
    const bytes = await parquetOf(
      `SELECT 'u' || (i // 3) AS user_id, CASE WHEN i = 4 THEN 'never' ELSE '2024-05-01 10:00:0' || i END AS event_time,
        'line' || chr(10) || i AS product_id FROM range(6) AS t(i)`,
    );
    const result = await importFiles(workspace, [fileWith(workspace, bytes, 'events.parquet')]);
    expect(result).toMatchObject({ rows: 6, events: 5, rejected: 1 });
    expect(rejectedLines(workspace)).toEqual(['5: time “never” is not a time']);
    expect(namedEvents(workspace, 'user, item')[0]).toEqual(['u0', 'line\n0']);
  });

  it('may be in an archive', async () => {
    const bytes = await parquetOf("SELECT 'a' AS u, 1 AS n");
    const { text, source } = await openOnlyTable(zipOf([{ name: 'part-0.parquet', data: bytes }]));
    expect([text, source]).toEqual([
      'u,n\na,1\n',
      { format: 'parquet', encoding: 'utf-8', compression: 'zip', inner: 'part-0.parquet' },
    ]);
  });

  it('that is truncated or mangled is refused', async () => {
    const bytes = await parquetOf('SELECT i AS a, i * 2 AS b FROM range(1000) AS t(i)');
    expect(await openErrorCode(bytes.subarray(0, bytes.length - 100))).toBe('FILE_DAMAGED');
    const mangled = Buffer.from(bytes).fill(0x5a, 100, bytes.length - 8);
    expect(await openErrorCode(mangled)).toBe('FILE_DAMAGED');
  });

  it.each([
    ['one long value a hundred thousand times', "SELECT repeat('x', 4000) AS v, i FROM range(100_000) AS t(i)"],
    ['a nested one', "SELECT {v: repeat('x', 4000)} AS s, i FROM range(100_000) AS t(i)"],
    ['a few long values', 'SELECT repeat(chr(97 + (i % 9)::INTEGER), 40_000) AS v FROM range(10_000) AS t(i)'],
  ])('that would fill the disk is refused, and nothing of it is left: %s', async (_, query) => {
    const workspace = testWorkspace();
    const file = fileWith(workspace, await parquetOf(query), 'bomb.parquet');
    await expect(importFiles(workspace, [file])).rejects.toMatchObject({
      code: 'ARCHIVE_BOMB',
      details: { variant: 'parquet' },
    });
    expect(existsSync(temporaryFolder(workspace.path))).toBe(false);
  });

  it.each(["{v: {w: repeat('x', 4000)}}", "[repeat('y', 2000), repeat('z', 2000)]", "MAP {repeat('k', 2000): 'v'}"])(
    'that would fill the disk is refused before anything is written: nested values %s',
    async (value) => {
      const folder = testFolder();
      const path = join(folder, 'bomb.parquet');
      writeFileSync(path, await parquetOf(`SELECT ${value} AS s, i FROM range(200_000) AS t(i)`));
      const context = createOpenContext(path, folder, { temporary: () => join(folder, 'missing', 'copy') });
      await expect(readParquet(path, context)).rejects.toMatchObject({ code: 'ARCHIVE_BOMB' });
    },
  );

  it('of a million ordinary events, which dictionaries compress well, is opened', async () => {
    const { text } = await openOnlyTable(
      await parquetOf(`SELECT 'user-' || (i * 7919 % 20_000) AS user_id, TIMESTAMP '2024-05-01' + INTERVAL (i) SECOND AS event_time,
        ['view', 'cart', 'purchase'][1 + i % 3] AS event_type, 'A product with a long and descriptive title, number ' || (i % 500) AS title,
        'electronics.smartphone' AS category FROM range(1_000_000) AS t(i)`),
    );
    expect(text.length).toBeGreaterThan(100e6);
  });
});
