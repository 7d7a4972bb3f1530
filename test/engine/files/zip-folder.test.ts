import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { zipFolder } from '../../../electron/engine/files/zip-folder.ts';
import { openEntry, withZip } from '../../../electron/engine/ingest/open/archive/zip.ts';
import { testFolder } from '../../support/folder.ts';

it('a zipped folder contains its files byte for byte, with names and checksums that other programs read', async () => {
  const home = testFolder();
  let count = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.stringMatching(/^[a-z词 ]{1,8}$/), fc.uint8Array({ maxLength: 3_000_000, size: 'large' }), {
        maxKeys: 4,
      }),
      async (files) => {
        const folder = join(home, `folder-${++count}`);
        mkdirSync(folder);
        for (const [name, data] of Object.entries(files)) writeFileSync(join(folder, `${name}.bin`), data);
        zipFolder(folder, `${folder}.zip`);
        await withZip(`${folder}.zip`, 'it', async (zip) => {
          expect(zip.entries.map(({ name }) => name)).toEqual(
            Object.keys(files)
              .map((name) => `${name}.bin`)
              .sort(),
          );
          for (const inner of zip.entries) {
            const data = await buffer(await openEntry(zip, inner));
            expect(data.equals(files[inner.name.slice(0, -4)]!)).toBe(true);
            expect(inner.entry.crc32).toBe(crc32(data));
            expect(inner.entry.uncompressedSize).toBe(data.length);
          }
        });
      },
    ),
    { numRuns: 30 },
  );
});
