import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewFile } from '../../../electron/engine/ingest/preview.ts';
import type { ImportFile } from '../../../shared/contract/ingest.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { testWorkspace } from '../../support/shop.ts';
import { importFiles, one } from './importing.ts';

const GOOD = 'user_id,event_time,product_id\na,2024-05-01 10:00:00,i1\n';

/** The code, the message and the hint with which a file is refused; the workspace must be as it was. */
async function refusal(content: string | Uint8Array | null, request: Omit<ImportFile, 'file'> = {}) {
  const workspace = testWorkspace();
  const file = join(workspace.path, 'export.csv');
  if (content !== null) writeFileSync(file, content);
  const error = await importFiles(workspace, [{ file, ...request }]).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(one(workspace, 'SELECT (SELECT count(*) FROM imports) + (SELECT count(*) FROM users)')).toBe(0);
  return error instanceof PortraitError ? { code: error.code, text: `${error.message} ${error.hint}` } : error;
}

describe('a file is refused with a code and a hint', () => {
  it('when it is not there, a folder, or empty', async () => {
    expect(await refusal(null)).toMatchObject({ code: 'FILE_NOT_FOUND' });
    expect(await refusal('')).toMatchObject({ code: 'FILE_EMPTY' });
    expect(await refusal('\n \n\r\n')).toMatchObject({ code: 'FILE_EMPTY' });
    expect(await refusal('user_id,event_time,product_id\n')).toMatchObject({ code: 'FILE_EMPTY' });
    const folder = join(testWorkspace().path, 'folder');
    mkdirSync(folder);
    expect(() => previewFile({ file: folder })).toThrow(expect.objectContaining({ code: 'FILE_UNREADABLE' }));
  });

  it('when it is not text, with what it is and what to do', async () => {
    const binary = await refusal(Buffer.from([1, 2, 0, 3, 4]));
    expect(binary).toMatchObject({ code: 'FILE_BINARY', text: expect.stringContaining('CSV') });
    expect(await refusal(Buffer.from('PK\x03\x04 …'))).toMatchObject({
      code: 'FILE_BINARY',
      text: expect.stringContaining('Excel'),
    });
    expect(await refusal(Buffer.from([0x1f, 0x8b, 8, 0]))).toMatchObject({
      code: 'FILE_BINARY',
      text: expect.stringContaining('gzip'),
    });
    expect(await refusal(Buffer.from(`\ufeff${GOOD}`, 'utf16le'))).toMatchObject({ code: 'FILE_ENCODING' });
    const gbk = Buffer.from([0xd3, 0xc3, 0xbb, 0xa7]);
    const chinese = Buffer.concat(
      Array.from({ length: 40 }, () => Buffer.concat([gbk, Buffer.from(',2024-05-01,x\n')])),
    );
    expect(await refusal(chinese)).toMatchObject({ code: 'FILE_ENCODING', text: expect.stringContaining('UTF-8') });
  });

  it('when the mapping leaves out what is needed, with the columns there are', async () => {
    expect(await refusal(GOOD, { mapping: 'user=user_id,item=product_id' })).toMatchObject({
      code: 'MAPPING_INCOMPLETE',
      text: expect.stringMatching(/names no time.*event_time/),
    });
    expect(await refusal(GOOD, { mapping: { time: 'event_time' } })).toMatchObject({
      code: 'MAPPING_INCOMPLETE',
      text: expect.stringContaining('names no user'),
    });
    expect(await refusal('label,review\n1,good\n')).toMatchObject({ code: 'MAPPING_INCOMPLETE' });
  });

  it('when the mapping names a column that is not there, with the one that is meant', async () => {
    expect(await refusal(GOOD, { mapping: 'user=userid,time=event_tme' })).toMatchObject({
      code: 'MAPPING_UNKNOWN_COLUMN',
      text: expect.stringMatching(
        /“userid” for user\. Did you mean “user_id”\? It has user_id, event_time, product_id/,
      ),
    });
    expect(await refusal(GOOD, { mapping: 'user=9,time=2' })).toMatchObject({ code: 'MAPPING_UNKNOWN_COLUMN' });
    expect(await refusal(GOOD, { mapping: 'user=user_id time=event_time' })).toMatchObject({ code: 'MAPPING_SYNTAX' });
  });

  it('when there is no such preset or zone', async () => {
    expect(await refusal(GOOD, { preset: 'rees64' })).toMatchObject({
      code: 'UNKNOWN_PRESET',
      text: expect.stringContaining('“rees46”'),
    });
    expect(await refusal(GOOD, { zone: 'Asia/Peking' })).toMatchObject({ code: 'UNKNOWN_ZONE' });
  });

  it('when not one row can be read, with the reason of the first', async () => {
    expect(await refusal(GOOD, { mapping: 'user=user_id,time=product_id' })).toMatchObject({
      code: 'NO_ROW_USABLE',
      text: expect.stringContaining('Line 2: time “i1” is not a time'),
    });
  });
});
