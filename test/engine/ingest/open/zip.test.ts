import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testWorkspace } from '../../../support/shop.ts';
import { workbookOf } from '../../../support/workbook.ts';
import { type ZipFile, zipOf } from '../../../support/zip.ts';
import { fileWith, importFiles } from '../import-helpers.ts';
import { CSV, openErrorCode, openOnlyTable, openTestFile } from './open-test-file.ts';

const CARTS = 'user,time,item\nc,2024-05-02 10:00:00,i3\n';

describe('a zip archive', () => {
  it('has a table for each file inside, and other files are skipped', async () => {
    const tables = await openTestFile(
      zipOf([
        { name: 'data/', data: '' },
        { name: 'data/views.csv', data: CSV },
        { name: '__MACOSX/data/._views.csv', data: 'junk' },
        { name: '.DS_Store', data: 'junk' },
        { name: 'README.md', data: '# Read me' },
        { name: 'picture', data: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]) },
        { name: 'empty.csv', data: '' },
        { name: 'carts.csv.gz', data: gzipSync(CARTS) },
        { name: 'users.ndjson', data: '{"user":"a","age":20}\n{"user":"b","age":30}\n', stored: true },
      ]),
      { name: 'export.zip' },
    );
    expect(tables.map(({ name, source, text }) => [name, source.inner, source.format, text])).toEqual([
      ['export.zip/data/views.csv', 'data/views.csv', 'text', CSV],
      ['export.zip/carts.csv.gz', 'carts.csv.gz', 'text', CARTS],
      ['export.zip/users.ndjson', 'users.ndjson', 'ndjson', 'user,age\na,20\nb,30\n'],
    ]);
    expect(tables.map(({ source }) => source.compression)).toEqual(['zip', 'zip', 'zip']);
    expect(new Set(tables.map(({ sha256 }) => sha256)).size).toBe(1);
  });

  it('is imported like its files', async () => {
    const workspace = testWorkspace();
    const zip = zipOf([
      { name: 'views.csv', data: CSV },
      { name: 'carts.csv', data: CARTS },
    ]);
    const result = await importFiles(workspace, [fileWith(workspace, zip, 'export.zip')]);
    expect(result).toMatchObject({ rows: 3, events: 3, rejected: 0 });
    expect(result.files.map(({ source, mapping }) => [source.inner, mapping.action])).toEqual([
      ['views.csv', "'view'"],
      ['carts.csv', "'cart'"],
    ]);
  });

  it('is limited to the requested table, also a sheet inside it', async () => {
    const zip = zipOf([
      { name: 'a.csv', data: CSV },
      { name: 'b.csv', data: CARTS },
      {
        name: 'book.xlsx',
        data: workbookOf([
          {
            name: 'S',
            rows: [
              ['user', 'time'],
              ['a', 'b'],
            ],
          },
        ]),
      },
    ]);
    expect((await openOnlyTable(zip, { inner: 'b.csv' })).text).toBe(CARTS);
    expect((await openOnlyTable(zip, { inner: 'book.xlsx/S' })).source).toMatchObject({
      inner: 'book.xlsx/S',
      format: 'excel',
      compression: 'zip',
    });
    expect(await openErrorCode(zip, { inner: 'c.csv' })).toBe('TABLE_NOT_FOUND');
  });

  it('has names in the right encoding, whichever program created it', async () => {
    const gbk = Buffer.from([0xb6, 0xa9, 0xb5, 0xa5, 0x2e, 0x63, 0x73, 0x76]);
    const tables = await openTestFile(
      zipOf([
        { name: gbk, data: CSV, flags: 0 },
        { name: '购物车.csv', data: CSV },
        { name: 'same.csv', data: CSV },
        { name: 'same.csv', data: CARTS },
      ]),
    );
    expect(tables.map(({ source }) => source.inner)).toEqual(['订单.csv', '购物车.csv', 'same.csv', 'same.csv (2)']);
  });

  it('never writes to a path from an entry’s name', async () => {
    const workspace = testWorkspace();
    const names = ['../../outside.csv', '/tmp/portrait-outside.csv', 'C:\\outside.csv'];
    const zip = zipOf(names.map((name) => ({ name, data: CSV })));
    await importFiles(workspace, [fileWith(workspace, zip, 'export.zip')]);
    const outside = [join(workspace.path, '../../outside.csv'), join(workspace.path, '../outside.csv'), names[1]!];
    expect(outside.filter((path) => existsSync(path))).toEqual([]);
  });

  it('that is encrypted, damaged, nested or without tables is refused', async () => {
    const of = (...files: ZipFile[]) => openErrorCode(zipOf(files));
    const file = { name: 'a.csv', data: CSV };
    expect(await of({ ...file, flags: 1 })).toBe('FILE_ENCRYPTED');
    expect(await of({ ...file, crc: 1 })).toBe('FILE_DAMAGED');
    expect(await of({ ...file, name: 'a.zip', data: zipOf([file]) })).toBe('ARCHIVE_NESTED');
    expect(await of({ ...file, name: 'a.gz', data: gzipSync(gzipSync(CSV)) })).toBe('ARCHIVE_NESTED');
    expect(await of({ ...file, name: 'README.md' })).toBe('FILE_EMPTY');
    expect(await of()).toBe('FILE_EMPTY');
    expect(await of({ ...file, name: 'word/document.xml' })).toBe('FILE_BINARY');
    expect(await of({ ...file, name: 'xl/workbook.bin' })).toBe('FILE_BINARY');
    const whole = zipOf([file]);
    expect(await openErrorCode(whole.subarray(0, whole.length - 10))).toBe('FILE_DAMAGED');
  });

  it('of any bytes is refused with a code, and never crashes', async () => {
    const whole = zipOf([
      { name: 'a.csv', data: CSV.repeat(20) },
      { name: 'b.csv', data: CARTS },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const mangled = Buffer.from(whole);
        mangled[at]! ^= change;
        // A name or a date may change undetected; a changed text must not.
        try {
          for (const { text } of await openTestFile(mangled)) expect([CSV.repeat(20), CARTS]).toContain(text);
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^(FILE|ARCHIVE)_/) });
        }
      }),
      { numRuns: 80 },
    );
  });
});
