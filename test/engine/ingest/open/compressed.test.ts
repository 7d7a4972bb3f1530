import { appendFileSync } from 'node:fs';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../../electron/engine/ingest/open/archive/budget.ts';
import { testFolder } from '../../../support/folder.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, queryScalar } from '../import-helpers.ts';
import { CSV, openErrorCode, openOnlyTable } from './open-test-file.ts';

const packers = { gzip: gzipSync, zstd: zstdCompressSync } as const;
const kinds = ['gzip', 'zstd'] as const;

describe('a compressed file', () => {
  it.each(kinds)('is unpacked, with one or many members: %s', async (kind) => {
    const pack = packers[kind];
    const parts = Buffer.concat([pack(CSV.slice(0, 30)), pack(''), pack(CSV.slice(30))]);
    for (const packed of [pack(CSV), parts]) {
      const { source, text, name, sha256 } = await openOnlyTable(packed, { name: `export.csv.${kind}` });
      expect([source, text, name]).toEqual([
        { format: 'text', encoding: 'utf-8', compression: kind, inner: null },
        CSV,
        `export.csv.${kind}`,
      ]);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('may contain text in any encoding, or JSON', async () => {
    const wide = await openOnlyTable(gzipSync(Buffer.from(`\ufeff${CSV}`, 'utf16le')));
    expect([wide.text, wide.source.encoding]).toEqual([CSV, 'utf-16le']);
    const documents = await openOnlyTable(zstdCompressSync('{"user":"a","n":1}\n{"user":"b","n":2}\n'));
    expect([documents.text, documents.source.format]).toEqual(['user,n\na,1\nb,2\n', 'ndjson']);
  });

  it.each(kinds)('that is truncated is refused, and nothing is imported: %s', async (kind) => {
    const packed = packers[kind](CSV.repeat(50));
    const workspace = testWorkspace();
    const file = fileWith(workspace, packed.subarray(0, packed.length - 5));
    await expect(importFiles(workspace, [file])).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
    expect(queryScalar(workspace, 'SELECT count(*) FROM events')).toBe(0);
  });

  it('inside another one is refused', async () => {
    expect(await openErrorCode(gzipSync(gzipSync(CSV)))).toBe('ARCHIVE_NESTED');
  });

  it('that changes while it is read is refused', async () => {
    const growing = (file: string) => ({ progress: () => appendFileSync(file, 'x') });
    expect(await openErrorCode(gzipSync(CSV), {}, growing)).toBe('FILE_CHANGED');
  });

  it('stops within a chunk if the job is cancelled', async () => {
    const checkCancelled = () => {
      throw new Error('stop');
    };
    await expect(openOnlyTable(gzipSync(CSV), {}, { checkCancelled })).rejects.toThrow('stop');
  });

  it('that would fill the disk is refused', async () => {
    const part = gzipSync(Buffer.alloc(64 << 20));
    const packed = Buffer.concat(new Array<Buffer>(5).fill(part));
    expect(await openErrorCode(packed)).toBe('ARCHIVE_BOMB');
  });

  it('is unpacked to the original bytes', async () => {
    const cell = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...kinds),
        async (cells, kind) => {
          const text = `user,time\n${cells.map((one) => `x${one}`).join('\n')}\n`.toWellFormed();
          expect((await openOnlyTable(packers[kind](text), { encoding: 'utf-8' })).text).toBe(text);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('the unpacking budget', () => {
  it('limits size and ratio together', () => {
    const budget = (packed: number) => new Budget('x.gz', packed, testFolder(), { ratio: 10, bytes: 1000 });
    expect(() => budget(1).spend(1000)).not.toThrow();
    expect(() => budget(200).spend(2000)).not.toThrow();
    expect(() => budget(100).spend(1001)).toThrow(expect.objectContaining({ code: 'ARCHIVE_BOMB' }));
    const slow = budget(100);
    slow.spend(900);
    expect(() => slow.spend(101)).toThrow(expect.objectContaining({ code: 'ARCHIVE_BOMB' }));
  });
});
