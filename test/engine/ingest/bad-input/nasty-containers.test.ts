import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../../../support/folder.ts';
import { workbookOf } from '../../../support/workbook.ts';
import { type ZipFile, zipOf } from '../../../support/zip.ts';
import { expectRefused, HEADER, importAlone, nastyFile, ROWS } from './nasty.ts';

/** A workbook with one sheet, given as the XML in the file. */
const sheetOf = (sheet: string | Buffer, ...more: ZipFile[]) =>
  zipOf([
    { name: 'xl/workbook.xml', data: '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="1"/></sheets></workbook>' },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: '<R><Relationship Id="1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></R>',
    },
    { name: 'xl/worksheets/sheet1.xml', data: sheet },
    ...more,
  ]);

const cell = (at: string, text: string) => `<c r="${at}" t="str"><v>${text}</v></c>`;
const HEAD_ROW = `<row r="1">${['user', 'time', 'item', 'price'].map((name, c) => cell(`${'ABCD'[c]}1`, name)).join('')}</row>`;

async function parquetOf(sql: string): Promise<string> {
  const path = join(testFolder(), 'nasty.parquet');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (${sql}) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  return path;
}

describe('an archive bomb is refused', () => {
  it('if it unpacks to hundreds of times its size: zstd', async () => {
    const part = zstdCompressSync(Buffer.alloc(64 << 20, 'a,b\n'));
    await expectRefused(nastyFile(Buffer.concat(new Array<Buffer>(5).fill(part))), 'ARCHIVE_BOMB');
  });

  it('if many entries share the same few bytes', async () => {
    const whole = zipOf([{ name: 'a.csv', data: Buffer.alloc(8 << 20, HEADER + ROWS) }]);
    const [directory, end] = [whole.indexOf('PK\x01\x02'), whole.indexOf('PK\x05\x06')];
    const [entry, tail, times] = [whole.subarray(directory, end), Buffer.from(whole.subarray(end)), 2000];
    tail.writeUInt16LE(times, 8);
    tail.writeUInt16LE(times, 10);
    tail.writeUInt32LE(entry.length * times, 12);
    const entries = new Array<Buffer>(times).fill(entry);
    await expectRefused(nastyFile(Buffer.concat([whole.subarray(0, directory), ...entries, tail])), 'ARCHIVE_BOMB');
  });

  it('but not if it only declares a smaller size: all of it is read', async () => {
    const lie = zipOf([{ name: 'a.csv', data: HEADER + ROWS.repeat(1000) }]);
    lie.writeUInt32LE(100, 22);
    lie.writeUInt32LE(100, lie.indexOf('PK\x01\x02') + 24);
    expect((await importAlone(nastyFile(lie))).result).toMatchObject({ rows: 2000, events: 2, duplicates: 1998 });
  });

  it('if it is a workbook with one endless text', async () => {
    const text = Buffer.concat([Buffer.from('<worksheet><row><c t="str"><v>'), Buffer.alloc(330 << 20, 'a')]);
    await expectRefused(nastyFile(sheetOf(text), 'nasty.xlsx'), 'ARCHIVE_BOMB');
  });
});

describe('a workbook', () => {
  it.for([
    ['with elements that never end', `<worksheet>${'<a>'.repeat(100_000)}`, 'FILE_DAMAGED'],
    [
      'with more columns than a table',
      `<worksheet><row>${'<c><v>1</v></c>'.repeat(20_000)}</row></worksheet>`,
      'FILE_TOO_WIDE',
    ],
    [
      'with a cell far to the right',
      `<worksheet>${HEAD_ROW}<row r="2">${cell('XFD2', 'x')}</row></worksheet>`,
      'FILE_TOO_WIDE',
    ],
  ] as const)('%s is refused', ([, sheet, code]) => expectRefused(nastyFile(sheetOf(sheet), 'nasty.xlsx'), code));

  it('with formulas, errors, merged cells and days before 1900 has the displayed values', async () => {
    const rows = [
      `<c r="A2" t="str"><f>CONCAT("a","b")</f><v>ab</v></c>${cell('B2', '1899-12-31')}${cell('C2', 'i')}<c r="D2"><f>1+1</f><v>2</v></c>`,
      `<c r="A3" t="str"><f>NEVER()</f></c>${cell('B3', '2024-05-01')}`,
      `<c r="A4" t="e"><v>#REF!</v></c>${cell('B4', '2024-05-01')}`,
      `${cell('A5', 'm')}${cell('B5', '2024-05-02')}${cell('C5', 'merged')}`,
      `${cell('A6', 'n')}${cell('B6', '2024-05-02')}<c r="C6"/>`,
    ].map((cells, r) => `<row r="${r + 2}">${cells}</row>`);
    const merged = '<mergeCells><mergeCell ref="C5:C6"/></mergeCells>';
    const sheet = `<worksheet><sheetData>${HEAD_ROW}${rows.join('')}</sheetData>${merged}</worksheet>`;
    const { events, aside } = await importAlone(nastyFile(sheetOf(sheet), 'nasty.xlsx'));
    expect(events).toEqual([
      ['ab', '1899-12-31T00:00:00.000Z', 'i', 2],
      ['m', '2024-05-02T00:00:00.000Z', 'merged', null],
      ['n', '2024-05-02T00:00:00.000Z', 'merged', null],
    ]);
    expect(aside).toEqual(['3: user is missing', '4: user is missing']);
  });

  it('with serial numbers that are no dates has their rows rejected', async () => {
    const rows = ['45000.5', '1e300', 'x'].map((raw, i) => [`u${i}`, { raw, format: 'datetime' as const }, 'i']);
    const { events, aside } = await importAlone(
      nastyFile(workbookOf([{ name: 'A', rows: [['user', 'time', 'item'], ...rows] }])),
    );
    expect(events).toEqual([['u0', '2023-03-15T12:00:00.000Z', 'i', null]]);
    expect(aside).toEqual(['3: time “1e+300” is not a time', '4: time “x” is not a time']);
  });
});

describe('a JSON file', () => {
  const good = '{"user":"b","time":"2024-05-01T10:00:00Z","item":"i"}';
  const deep = `{"user":"a","time":"2024-05-01T10:00:00Z","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;

  it.for([`${deep}\n${good}\n`, `[${deep},${good}]`])(
    'of a hundred thousand brackets is set aside alone',
    async (text) => {
      const { result, aside } = await importAlone(nastyFile(text, 'nasty.json'));
      expect(result).toMatchObject({ rows: 2, events: 1 });
      expect(aside).toEqual([expect.stringMatching(/^1: .*nested too deeply$/)]);
    },
  );

  it('of brackets alone is refused', async () => {
    await expectRefused(nastyFile('['.repeat(100_000), 'nasty.json'), 'MAPPING_INCOMPLETE');
    await expectRefused(nastyFile('{"a":'.repeat(100_000), 'nasty.json'), 'FILE_DAMAGED');
  });

  it('with repeated keys, lone surrogates, huge numbers and names of object properties is read literally', async () => {
    const time = '"time":"2024-05-01T10:00:00Z"';
    const documents = [
      `{"user":"a","user":"b",${time},"price":1e400}`,
      `{"user":"a","user":"b",${time},"price":-0.0e-999,"n":${'9'.repeat(400)},"item":"\\udc00x"}`,
      `{"user":"__proto__",${time},"__proto__":{"x":1},"constructor":"y","toString":null}`,
    ];
    const { events, aside } = await importAlone(nastyFile(documents.join('\n'), 'nasty.ndjson'));
    const at = '2024-05-01T10:00:00.000Z';
    expect(events).toEqual([
      ['__proto__', at, null, null],
      ['b', at, '\ufffdx', 0],
    ]);
    expect(aside).toEqual(['1: price “1e400” is not a number']);
  });

  it('with one endless list has it rejected', async () => {
    const things = Array.from({ length: 100_000 }, (_, id) => ({ id }));
    const wide = JSON.stringify({ user: 'a', time: '2024-05-01', pad: 'x'.repeat(4e6), items: things });
    const { result, aside } = await importAlone(
      nastyFile(`${wide}\n${good.replace('"i"', '"i","items":[{"id":"1"}]')}\n`, 'n.json'),
    );
    expect(result).toMatchObject({ rows: 2, events: 1 });
    expect(aside).toEqual(['1: its rows would exceed 64 MB']);
  });
});

describe('a Parquet file', () => {
  const TIME = "TIMESTAMP '2024-05-01 10:00:00' AS time";

  it('without rows or with too many columns is refused', async () => {
    await expectRefused(await parquetOf(`SELECT 'a' AS "user", ${TIME} WHERE false`), 'FILE_EMPTY');
    const names = Array.from({ length: 11_000 }, (_, c) => `1 AS c${c}`);
    await expectRefused(await parquetOf(`SELECT 'a' AS "user", ${TIME}, ${names}`), 'FILE_TOO_WIDE');
  });

  it('with nested lists has an event for each element', async () => {
    const items = "[{'item_id': 'x'}, {'item_id': 'y'}] AS items, [[1, 2], [3]] AS l, MAP {'k': 'v'} AS m";
    const { events } = await importAlone(await parquetOf(`SELECT 'a' AS "user", ${TIME}, ${items}`));
    expect(events!.map(([user, , item]) => [user, item])).toEqual([
      ['a', 'x'],
      ['a', 'y'],
    ]);
  });

  it('may contain NULs, line breaks, megabytes in a cell, and names like SQL', async () => {
    const users = ["'a' || chr(0)", "'c\"' || chr(10) || chr(13) || 'd'", "repeat('x', 3000000)"];
    const rows = users.map((user) => `SELECT ${user} AS "user", ${TIME}, 1 AS "x""; DROP", 2 AS "a,b", 3 AS "c\nd"`);
    const { events, aside } = await importAlone(await parquetOf(rows.join(' UNION ALL ')));
    expect(events!.map(([user]) => user)).toEqual(['c"\nd']);
    expect(aside).toEqual(['1: control character in the row', '3: row longer than 1 MB']);
  });

  it('with bytes that are no text is refused', async () => {
    const path = await parquetOf(`SELECT '\\x00\\xff'::BLOB AS "user", ${TIME}`);
    expect(readFileSync(path).length).toBeGreaterThan(0);
    await expectRefused(path, 'FILE_DAMAGED');
  });
});
