import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../../../electron/engine/ingest/open/text/decode.ts';
import type { Encoding } from '../../../../shared/contract/import-file.ts';
import { testFolder } from '../../../support/folder.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, namedEvents, rejectedLines } from '../import-helpers.ts';
import { CSV, openErrorCode, openOnlyTable } from './open-test-file.ts';

/** Two-byte characters of an encoding, found by decoding every pair. */
function encoder(encoding: Encoding) {
  const bytes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  for (let first = 0x81; first < 0xff; first++) {
    for (let second = 0x40; second < 0xff; second++) {
      const text = decoder.decode(new Uint8Array([first, second]));
      if (text.length === 1 && text !== '\ufffd' && !bytes.has(text)) bytes.set(text, [first, second]);
    }
  }
  return (text: string) =>
    Buffer.from([...text].flatMap((one) => (one < '\x80' ? [one.charCodeAt(0)] : (bytes.get(one) ?? [0x3f]))));
}

const encode: Partial<Record<Encoding, (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
  gb18030: encoder('gb18030'),
  big5: encoder('big5'),
  shift_jis: encoder('shift_jis'),
};

const texts: readonly (readonly [Encoding, string])[] = [
  ['utf-8', '用户,时间,商品\na,2024-05-01,手机壳\nb,2024-05-02,café\n'],
  ['utf-16le', '用户,时间,商品\na,2024-05-01,手机壳\n'],
  ['utf-16be', '用户,时间,商品\na,2024-05-01,手机壳\n'],
  ['utf-16le', CSV],
  ['utf-16be', CSV],
  ['gb18030', '用户,时间,商品\na,2024-05-01,手机壳\nb,2024-05-02,x\n'],
  ['gb18030', `${CSV}c,2024-05-01,上海\n`],
  ['big5', '會員編號,時間,商品名稱\na,2024-05-01,繁體中文的電子商務\n'],
  ['shift_jis', '顧客,日時,商品名\na,2024-05-01,東京のコーヒーとカップ\n'],
];

describe('the encoding of a text', () => {
  it.each(texts)('is detected: %s', async (encoding, text) => {
    const { source, text: got, sha256 } = await openOnlyTable(encode[encoding]!(text));
    expect([source.encoding, got]).toEqual([encoding, text]);
    expect(sha256 === null).toBe(encoding === 'utf-8');
  });

  it('may be marked by a byte-order mark, which is not part of the text', async () => {
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      const { source, text } = await openOnlyTable(encode[encoding]!(`\ufeff${CSV}`));
      expect([source.encoding, text]).toEqual([encoding, CSV]);
    }
  });

  it('is Windows-1252 if accented letters are surrounded by plain ones', async () => {
    const { source, text } = await openOnlyTable(Buffer.from(`${CSV}é,2024-05-01,Crème brûlée\n`, 'latin1'));
    expect([source.encoding, text]).toEqual(['windows-1252', `${CSV}é,2024-05-01,Crème brûlée\n`]);
  });

  it('is the one that the user specifies', async () => {
    const rare = encode.gb18030!('会员,姓名\n1,喆\n2,堃\n3,镕\n');
    expect((await openOnlyTable(rare, { encoding: 'gb18030' })).text).toBe('会员,姓名\n1,喆\n2,堃\n3,镕\n');
  });

  it('is detected even if the beginning is plain ASCII', async () => {
    const plain = 'user,time,item\n'.padEnd(20, 'x').concat('\na,2024-05-01,i1'.repeat(60_000));
    const late = `${plain}\n${'b,2024-05-01,上海的手机壳\n'.repeat(30_000)}`;
    expect((await openOnlyTable(encode.gb18030!(late))).source.encoding).toBe('gb18030');
  });

  it('stays UTF-8 if a few bytes are broken: their rows are rejected', async () => {
    const workspace = testWorkspace();
    const broken = Buffer.concat([
      Buffer.from(`${CSV}王,2024-05-01 10:00:00,手机\nc,2024-05-01,`),
      Buffer.from([0xe6, 0x88, 0x0a]),
    ]);
    const result = await importFiles(workspace, [fileWith(workspace, broken)]);
    expect(result).toMatchObject({ rows: 4, events: 3, rejected: 1 });
    expect(rejectedLines(workspace)).toEqual(['5: not valid UTF-8']);
  });

  it('is not detected in binary files', async () => {
    expect(await openErrorCode(Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 37) % 256)))).toMatch(
      /^FILE_(BINARY|ENCODING)$/,
    );
    const nuls = Buffer.from(`${CSV}c\0,2024-05-01,i3\n${'d,2024-05-01,i4\n'.repeat(50)}`);
    expect((await openOnlyTable(nuls)).source.encoding).toBe('utf-8');
  });

  it('is decoded identically however the file is split into chunks', () => {
    const folder = testFolder();
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    const letters = fc.constantFrom(...'aZ0,\n"中文电子商务买家喆'.split(''));
    const cases = fc.constantFrom<Encoding>('gb18030', 'utf-16le', 'utf-16be', 'utf-8');
    fc.assert(
      fc.property(
        cases,
        fc.string({ unit: letters, maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (encoding, text, chunk) => {
          writeFileSync(from, encode[encoding]!(text));
          decodeFile(from, encoding, to, null, () => {}, chunk);
          expect(readFileSync(to, 'utf8')).toBe(text);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('does not affect the import', async () => {
    const text = '用户ID,时间,商品\n王,2024-05-01 10:00:00,手机\n李,2024-05-01 11:00:00,"壳,透明"\n';
    for (const encoding of ['utf-8', 'gb18030', 'utf-16le'] as const) {
      const workspace = testWorkspace();
      const { files } = await importFiles(workspace, [fileWith(workspace, encode[encoding]!(text))]);
      expect(files[0]?.source.encoding).toBe(encoding);
      expect(namedEvents(workspace, 'user, item')).toEqual([
        ['李', '壳,透明'],
        ['王', '手机'],
      ]);
    }
  });
});
