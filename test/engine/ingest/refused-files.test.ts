import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewFile } from '../../../electron/engine/ingest/detect/preview.ts';
import type { ImportFile } from '../../../shared/contract/import-file.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { testWorkspace } from '../../support/shop.ts';
import { importFiles, queryScalar } from './import-helpers.ts';

const GOOD = 'user_id,event_time,product_id\na,2024-05-01 10:00:00,i1\n';

/** Returns the code, message and hint with which a file is refused, and checks that the workspace is unchanged. */
async function refusal(content: string | Uint8Array | null, request: Omit<ImportFile, 'file'> = {}) {
  const workspace = testWorkspace();
  const file = join(workspace.path, 'export.csv');
  if (content !== null) writeFileSync(file, content);
  const error = await importFiles(workspace, [{ file, ...request }]).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(queryScalar(workspace, 'SELECT (SELECT count(*) FROM imports) + (SELECT count(*) FROM users)')).toBe(0);
  return error instanceof PortraitError ? { code: error.code, text: `${error.message} ${error.hint}` } : error;
}

describe('a file is refused with a code and a hint', () => {
  it('if it is missing, a folder or empty', async () => {
    expect(await refusal(null)).toMatchObject({ code: 'FILE_NOT_FOUND' });
    expect(await refusal('')).toMatchObject({ code: 'FILE_EMPTY' });
    expect(await refusal('\n \n\r\n')).toMatchObject({ code: 'FILE_EMPTY' });
    expect(await refusal('user_id,event_time,product_id\n')).toMatchObject({ code: 'FILE_EMPTY' });
    const folder = join(testWorkspace().path, 'folder');
    mkdirSync(folder);
    await expect(previewFile({ file: folder })).rejects.toThrow(expect.objectContaining({ code: 'FILE_UNREADABLE' }));
  });

  it('if it is not text, with its kind and what to do', async () => {
    const binary = await refusal(Buffer.from([1, 2, 0, 3, 4]));
    expect(binary).toMatchObject({ code: 'FILE_BINARY', text: expect.stringContaining('CSV') });
    const signatures: [begins: number[], what: string][] = [
      [[0xd0, 0xcf, 0x11, 0xe0], '.xlsx'],
      [[0x25, 0x50, 0x44, 0x46], 'PDF'],
      [[0x52, 0x61, 0x72, 0x21], 'Unpack'],
    ];
    for (const [begins, what] of signatures) {
      const error = await refusal(Buffer.from([...begins, 1, 2, 3]));
      expect(error).toMatchObject({ code: 'FILE_BINARY', text: expect.stringContaining(what) });
    }
  });

  it('if it is damaged, or its encoding cannot be detected', async () => {
    expect(await refusal(Buffer.from('PK\x03\x04 …'))).toMatchObject({ code: 'FILE_DAMAGED' });
    expect(await refusal(Buffer.from([0x1f, 0x8b, 8, 0]))).toMatchObject({ code: 'FILE_DAMAGED' });
    expect(await refusal(Buffer.from('PAR1 and then nothing of the kind'))).toMatchObject({ code: 'FILE_DAMAGED' });
    // “клиент, книга” in Windows-1251, an unsupported encoding.
    const line = [0xea, 0xeb, 0xe8, 0xe5, 0xed, 0xf2, 0x2c, 0xea, 0xed, 0xe8, 0xe3, 0xe0, 0x0a];
    expect(await refusal(Buffer.from(new Array(40).fill(line).flat()))).toMatchObject({
      code: 'FILE_ENCODING',
      text: expect.stringContaining('UTF-8'),
    });
  });

  it('if its rows are too wide, or its first line does not end', async () => {
    const names = Array.from({ length: 20_000 }, (_, c) => `c${c}`).join();
    expect(await refusal(`${names}\n${names}\n`)).toMatchObject({ code: 'FILE_TOO_WIDE' });
    const million = Array.from({ length: 1_000_000 }, (_, c) => c).join();
    expect(await refusal(`${million}\n${million}\n`)).toMatchObject({ code: 'FILE_TOO_WIDE' });
  });

  it('if the mapping lacks a required field, with the available columns', async () => {
    expect(await refusal(GOOD, { mapping: 'user=user_id,item=product_id' })).toMatchObject({
      code: 'MAPPING_INCOMPLETE',
      text: expect.stringMatching(/has no time.*event_time/),
    });
    expect(await refusal(GOOD, { mapping: { time: 'event_time' } })).toMatchObject({
      code: 'MAPPING_INCOMPLETE',
      text: expect.stringContaining('The column mapping has no user'),
    });
    expect(await refusal('label,review\n1,good\n')).toMatchObject({ code: 'MAPPING_INCOMPLETE' });
  });

  it('if the mapping names an unknown column, with the most similar one', async () => {
    expect(await refusal(GOOD, { mapping: 'user=userid,time=event_tme' })).toMatchObject({
      code: 'MAPPING_UNKNOWN_COLUMN',
      text: expect.stringMatching(
        /“userid” for user\. Did you mean “user_id”\? The file has user_id, event_time, product_id/,
      ),
    });
    expect(await refusal(GOOD, { mapping: 'user=9,time=2' })).toMatchObject({ code: 'MAPPING_UNKNOWN_COLUMN' });
    expect(await refusal(GOOD, { mapping: 'user=user_id time=event_time' })).toMatchObject({ code: 'MAPPING_SYNTAX' });
  });

  it('if the preset or time zone is unknown', async () => {
    expect(await refusal(GOOD, { preset: 'rees64' })).toMatchObject({
      code: 'UNKNOWN_PRESET',
      text: expect.stringContaining('“rees46”'),
    });
    expect(await refusal(GOOD, { zone: 'Asia/Peking' })).toMatchObject({ code: 'UNKNOWN_ZONE' });
  });

  it('if no row can be read, with the reason of the first', async () => {
    expect(await refusal(GOOD, { mapping: 'user=user_id,time=product_id' })).toMatchObject({
      code: 'NO_ROW_USABLE',
      text: expect.stringContaining('Line 2: time “i1” is not a time'),
    });
  });
});
