import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeFormula, escapeFormulaReversibly, unescapeFormula } from '../../../../shared/domain/csv.ts';
import { testEngine } from '../../../support/engine.ts';

const EXPORT = `kunde,wann,ware,preis,row
a,2024-05-01 10:00:00,=i1,5,1
b,soon,=i2,6,2
c,2024-05-02 10:00:00,'=i3,cheap,3
d,2024-05-02 11:00:00,i4,7,4,5
e,2024-05-02 12:00:00,"i5,7,8
`;
const MAP = "user=kunde,time=wann,action='buy',item=ware,price=preis";

async function shop(content = EXPORT) {
  const { client, home, engine } = testEngine();
  await client.call('workspace.create', { path: join(home, 'shop.portrait') });
  const file = join(home, 'export.csv');
  writeFileSync(file, content);
  await client.run('ingest.run', { files: [{ file, mapping: MAP, zone: 'Asia/Shanghai' }] });
  const out = join(home, 'rejected.csv');
  return { client, out, engine };
}

describe('rejected rows', () => {
  it('are exported with line and reason, in columns if they can be split', async () => {
    const { client, out } = await shop();
    const result = await client.call('ingest.rejectedCsv', { import: 1, out });
    expect(result).toMatchObject({ rows: 4, rejected: 4, file: out });
    expect(readFileSync(out, 'utf8')).toBe(
      [
        '\uFEFFline,reason,kunde,wann,ware,preis,row,row 2',
        "3,time “soon” is not a time,b,soon,'=i2,6,2,",
        "4,price “cheap” is not a number,c,2024-05-02 10:00:00,''=i3,cheap,3,",
        '5,6 columns instead of 5,,,,,,"d,2024-05-02 11:00:00,i4,7,4,5"',
        '6,unclosed quotation mark,,,,,,"e,2024-05-02 12:00:00,""i5,7,8"',
        '',
      ].join('\r\n'),
    );
  });

  it('are imported in their place once they are corrected', async () => {
    const { client, out, engine } = await shop();
    await client.call('ingest.rejectedCsv', { import: 1, out });
    const corrected = readFileSync(out, 'utf8')
      .replace('b,soon', 'b,2024-05-03 10:00:00')
      .replace(',cheap,', ',4.5,')
      .replace('i4,7,4,5"', 'i4,7,4"');
    writeFileSync(out, corrected);
    expect(await client.call('ingest.preview', { file: out })).toMatchObject({
      rememberedImport: 1,
      rememberedOptions: { zone: 'Asia/Shanghai' },
      rows: [
        ['b', '2024-05-03 10:00:00', '=i2', '6', '2'],
        expect.anything(),
        ['d', '2024-05-02 11:00:00', 'i4', '7', '4'],
      ],
    });
    const result = await client.run('ingest.run', { files: [{ file: out }] });
    expect(result).toMatchObject({ rows: 4, events: 3, rejected: 1, files: [{ mapping: { user: 'kunde' } }] });
    const sql = 'SELECT user, time, item, price FROM events_named WHERE import = 2 ORDER BY user';
    expect(engine.workspace().db.prepare(sql).raw().all()).toEqual([
      ['b', '2024-05-03T02:00:00.000Z', '=i2', 6],
      // The apostrophe of a spreadsheet is not part of a cell.
      ['c', '2024-05-02T02:00:00.000Z', '=i3', 4.5],
      ['d', '2024-05-02T03:00:00.000Z', 'i4', 7],
    ]);
    expect((await client.call('ingest.rejected', { import: 2 })).rows).toEqual([
      { line: 5, reason: { code: 'open-quote', params: {} }, text: 'e,2024-05-02 12:00:00,"i5,7,8' },
    ]);
    // Rows that are still invalid can be exported, corrected and imported again.
    const again = await client.call('ingest.rejectedCsv', { import: 2, out: `${out}.2.csv` });
    expect(again.rows).toBe(1);
    writeFileSync(again.file, readFileSync(again.file, 'utf8').replace('""i5', 'i5'));
    expect(await client.run('ingest.run', { files: [{ file: again.file }] })).toMatchObject({ rows: 1, events: 1 });
  });

  it('of a file without a header are imported too, also with semicolons from a spreadsheet', async () => {
    const { client, home } = testEngine();
    await client.call('workspace.create', { path: join(home, 'shop.portrait') });
    const file = join(home, 'raw.txt');
    const map = "user=1,time=2,item=3,action='buy'";
    writeFileSync(file, 'a\t2024-05-01 10:00:00\tx\nb\tnever\ty\nc\t2024-05-02 10:00:00\tz\n');
    await client.run('ingest.run', { files: [{ file, mapping: map }] });
    const out = join(home, 'rejected.csv');
    await client.call('ingest.rejectedCsv', { import: 1, out });
    const text = readFileSync(out, 'utf8').replace('b,never,', 'b,2024-05-01 12:00:00,');
    writeFileSync(out, text.replaceAll(',', ';'));
    expect(await client.run('ingest.run', { files: [{ file: out }] })).toMatchObject({ rows: 1, events: 1, users: 3 });
  });

  it('contain no personal data, and say if some were not stored', async () => {
    const { client, home, engine } = testEngine();
    await client.call('workspace.create', { path: join(home, 'shop.portrait') });
    const file = join(home, 'export.csv');
    writeFileSync(
      file,
      'user,email,time,action\na,a@example.org,2024-05-01 10:00:00,view\nb,b@example.org,never,view\n',
    );
    await client.run('ingest.run', { files: [{ file }] });
    engine.workspace().db.exec('UPDATE imports SET rejected = 150000');
    const out = join(home, 'rejected.csv');
    const result = await client.call('ingest.rejectedCsv', { import: 1, out });
    expect(result).toMatchObject({ rows: 1, rejected: 150_000 });
    expect(readFileSync(out, 'utf8')).toContain('\r\n3,time “never” is not a time,b,,never,view,\r\n');
  });

  it('of an unknown import are an error', async () => {
    const { client, out } = await shop('kunde,wann,ware,preis\na,2024-05-01 10:00:00,i,5\n');
    const none = client.call('ingest.rejectedCsv', { import: 1, out });
    await expect(none).rejects.toMatchObject({ code: 'NOTHING_REJECTED' });
    await expect(client.call('ingest.rejectedCsv', { import: 2 })).rejects.toMatchObject({ code: 'IMPORT_NOT_FOUND' });
  });

  it('round-trip every cell, and contain no formula in between', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.stringMatching(/^'*[=+\-@\t＝]?.{0,3}$/),
      fc.stringMatching(/^[;|\t\n'"=@-]{0,8}5?$/),
    );
    fc.assert(
      fc.property(cell, (text) => {
        const out = escapeFormulaReversibly(text);
        expect(unescapeFormula(out)).toBe(text);
        expect(escapeFormula(out)).toBe(out);
      }),
    );
  });
});
