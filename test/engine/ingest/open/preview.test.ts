import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { previewFile } from '../../../../electron/engine/ingest/detect/preview.ts';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import { testFolder } from '../../../support/folder.ts';
import { workbookOf } from '../../../support/workbook.ts';
import { zipOf } from '../../../support/zip.ts';
import { CSV } from './open-test-file.ts';

function preview(content: string | Uint8Array, request: Omit<ImportFile, 'file'> = {}) {
  const file = join(testFolder(), 'export');
  writeFileSync(file, content);
  return previewFile({ file, ...request });
}

const ROWS = [
  ['a', '2024-05-01 10:00:00', 'i1'],
  ['b', '2024-05-01 11:00:00', 'i2'],
];
const mapping = { user: 'user', time: 'time', item: 'item', action: "'interact'" };
const documents = ROWS.map(([user, time, item]) => JSON.stringify({ user, time, item })).join('\n');

describe('a preview of any format', () => {
  it.each([
    ['gzip', gzipSync(CSV), { compression: 'gzip' }],
    ['zstd', zstdCompressSync(CSV), { compression: 'zstd' }],
    ['UTF-16', Buffer.from(CSV, 'utf16le'), { encoding: 'utf-16le' }],
    ['NDJSON', documents, { format: 'ndjson' }],
    ['a JSON array', `[${documents.replaceAll('\n', ',')}]`, { format: 'json' }],
    ['zip', zipOf([{ name: 'x.csv', data: CSV }]), { compression: 'zip', inner: 'x.csv' }],
    ['Excel', workbookOf([{ name: 'S', rows: [['user', 'time', 'item'], ...ROWS] }]), { format: 'excel', inner: 'S' }],
  ])('shows what an import would read: %s', async (_, content, source) => {
    const shown = await preview(content);
    expect(shown).toMatchObject({ rows: ROWS, mapping, kind: 'events', timeKind: 'clock', source, tables: [] });
    expect(shown.bytes).toBe(Buffer.byteLength(content as string));
  });

  it('lists the tables of a file, and shows the first or the requested one', async () => {
    const zip = zipOf([
      { name: 'a.csv', data: CSV },
      { name: 'b.csv', data: 'sku,title\n1,Kettle\n' },
    ]);
    expect(await preview(zip)).toMatchObject({
      tables: ['a.csv', 'b.csv'],
      source: { inner: 'a.csv' },
      kind: 'events',
    });
    expect(await preview(zip, { inner: 'b.csv' })).toMatchObject({ source: { inner: 'b.csv' }, kind: 'items' });
    const book = workbookOf(
      ['A', 'B'].map((name) => ({
        name,
        rows: [
          ['sku', 'title'],
          [name, 'x'],
        ],
      })),
    );
    expect(await preview(book, { inner: 'B' })).toMatchObject({ tables: ['A', 'B'], rows: [['B', 'x']] });
  });

  it('reads only the beginning, up to a complete line', async () => {
    const line = `u,2024-05-01 10:00:00,${'i'.repeat(200)}\n`;
    const long = `user,time,item\n${line.repeat(200_000)}`;
    const damagedLater = gzipSync(long);
    damagedLater.fill(0, damagedLater.length / 2);
    const { rows } = await preview(damagedLater);
    expect(rows.every((row) => row.length === 3)).toBe(true);
    const endless = `[${`${JSON.stringify({ user: 'a', time: '2024-05-01' })},`.repeat(100_000)}`;
    expect((await preview(gzipSync(endless))).rows).toHaveLength(20);
  });
});
