import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateText, kindOfFormat } from '../../../../electron/engine/ingest/open/excel/number-formats.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { type Cell, workbookOf } from '../../../support/workbook.ts';
import { zipOf } from '../../../support/zip.ts';
import { fileWith, importFiles, namedEvents, rejectedLines } from '../import-helpers.ts';
import { openErrorCode, openOnlyTable, openTestFile } from './open-test-file.ts';

const at = (raw: string, format: 'date' | 'datetime' | 'time' | 'chinese' | 'quoted') => ({ raw, format });

describe('a workbook', () => {
  it('has a table for each visible sheet with content', async () => {
    const tables = await openTestFile(
      workbookOf([
        {
          name: 'Views',
          rows: [
            ['user', 'time'],
            ['a', 'b'],
          ],
        },
        { name: 'Empty', rows: [] },
        { name: 'Lists', rows: [['x']], hidden: true },
        { name: '购物车', rows: [['user'], ['c']] },
      ]),
      { name: 'shop.xlsx' },
    );
    expect(tables.map(({ name, source, text }) => [name, source.inner, text])).toEqual([
      ['shop.xlsx: Views', 'Views', 'user,time\na,b\n'],
      ['shop.xlsx: 购物车', '购物车', '"user"\n"c"\n'],
    ]);
    expect(tables[0]?.source).toEqual({ format: 'excel', encoding: 'utf-8', compression: 'none', inner: 'Views' });
  });

  it('has dates as ISO text and numbers unchanged', async () => {
    const { text } = await openOnlyTable(
      workbookOf([
        {
          name: 'S',
          rows: [
            ['day', 'instant', 'clock', 'chinese', 'number', 'id', 'flag', 'wrong'],
            [
              at('45413', 'date'),
              at('45413.416666666664', 'datetime'),
              at('0.5', 'time'),
              at('45413.75', 'chinese'),
              at('12.5', 'quoted'),
              { raw: '12345678901234567890' },
              { raw: '1', type: 'b' },
              { raw: '#N/A', type: 'e' },
            ],
            [
              at('45413.5', 'date'),
              at('45413', 'datetime'),
              at('-3', 'date'),
              null,
              { raw: '19.989999999999998' },
              { raw: '1.0000000000000001E-2' },
              0.1,
              'x_x0041_',
            ],
          ],
        },
      ]),
    );
    expect(text.split('\n')).toEqual([
      'day,instant,clock,chinese,number,id,flag,wrong',
      '2024-05-01,2024-05-01 10:00:00,12:00:00,2024-05-01 18:00:00,12.5,12345678901234567890,true,',
      '2024-05-01 12:00:00,2024-05-01 00:00:00,-3,,19.99,0.01,0.1,x_x0041_',
      '',
    ]);
  });

  it('may count its days from 1904', async () => {
    const rows = [
      ['day', 'n'],
      [at('43951', 'date'), 1],
    ];
    expect((await openOnlyTable(workbookOf([{ name: 'S', rows }], { date1904: true }))).text).toBe(
      'day,n\n2024-05-01,1\n',
    );
  });

  it('is imported with its row numbers', async () => {
    const workspace = testWorkspace();
    const time = at('45413.416666666664', 'datetime');
    const rows: (Cell[] | null)[] = [
      ['Orders of May'],
      null,
      ['user_id', 'event_time', 'product_id', 'price'],
      ['a', time, 'i1', 9.5],
      null,
      ['b', 'never', 'i2', 1],
      ['c', time, 'i3', null],
    ];
    const file = fileWith(workspace, workbookOf([{ name: 'S', rows }]), 'orders.xlsx');
    const result = await importFiles(workspace, [file]);
    expect(result).toMatchObject({ rows: 4, events: 2, rejected: 2 });
    expect(rejectedLines(workspace)).toEqual(['1: title above the table', '6: time “never” is not a time']);
    expect(namedEvents(workspace, 'user, item, price, action')).toEqual([
      ['a', 'i1', 9.5, 'purchase'],
      ['c', 'i3', null, 'purchase'],
    ]);
  });

  it('is widened if a later row is longer', async () => {
    const rows = [['a', 'b'], ...Array.from({ length: 1500 }, () => [1, 2]), [1, 2, null, 4]];
    const { text } = await openOnlyTable(workbookOf([{ name: 'S', rows }]));
    expect(text.split('\n')[0]).toBe('a,b,,');
    expect(text.trimEnd().split('\n').at(-1)).toBe('1,2,,4');
  });

  it('is limited to the requested sheet', async () => {
    const book = workbookOf(['A', 'B'].map((name) => ({ name, rows: [[name, 'x']] })));
    expect((await openOnlyTable(book, { inner: 'B' })).text).toBe('B,x\n');
    expect(await openErrorCode(book, { inner: 'C' })).toBe('TABLE_NOT_FOUND');
    expect(await openErrorCode(workbookOf([{ name: 'A', rows: [] }]))).toBe('FILE_EMPTY');
  });

  it('that is broken is refused, and XML entities are not expanded', async () => {
    const part = (data: string) => [
      { name: 'xl/workbook.xml', data: '<workbook xmlns:r="r"><sheet name="A" r:id="1"/></workbook>' },
      {
        name: 'xl/_rels/workbook.xml.rels',
        data: '<R><Relationship Id="1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></R>',
      },
      { name: 'xl/worksheets/sheet1.xml', data },
    ];
    expect(await openErrorCode(zipOf(part('<worksheet><row><c><v>1</v></row>')))).toBe('FILE_DAMAGED');
    const laughs =
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><row><c><v>&b;</v></c></row></worksheet>';
    expect(await openErrorCode(zipOf(part(laughs)))).toBe('FILE_DAMAGED');
    expect(await openErrorCode(zipOf(part(`<worksheet>${'<row/>'.repeat(100_000)}</worksheet>`)))).toBe('FILE_EMPTY');
  });

  it('is read with the values that were written', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
      fc.constant(null),
    );
    const row = fc.array(cell, { minLength: 2, maxLength: 4 }).map((cells) => ['first', ...cells, 'last']);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (rows) => {
        const { text } = await openOnlyTable(workbookOf([{ name: 'S', rows }]));
        const width = Math.max(...rows.map(({ length }) => length));
        const expected = rows.map((cells) =>
          Array.from({ length: width }, (_, c) => csvCell(cells[c] ?? '')).join(','),
        );
        expect(text).toBe(`${expected.join('\n')}\n`);
      }),
      { numRuns: 80 },
    );
  });
});

const csvCell = (cell: string | number) => {
  const text = String(cell).replaceAll(/\r\n?/g, '\n');
  return /[",\n]|^[\s\ufeff]|\s$/.test(String(cell)) ? `"${text.replaceAll('"', '""')}"` : text;
};

describe('number formats', () => {
  it('are dates if they contain date letters outside of quotes', () => {
    const kinds = [
      'General',
      '0.00',
      '#,##0" days"',
      '[Red]0',
      'yyyy-mm-dd',
      'd/m/yy h:mm',
      '[$-804]yyyy"年"m"月"',
      'h:mm AM/PM',
      '[h]:mm:ss',
      'mm:ss.0',
      'mmm',
    ];
    expect(kinds.map(kindOfFormat)).toEqual([
      ...[null, null, null, null, 'date', 'datetime', 'date', 'time', 'time', 'time', 'date'],
    ]);
  });

  it('convert every day of the calendar, except the fictitious 29 February 1900', () => {
    expect([1, 59, 61].map((serial) => dateText(serial, 'date', false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
    ]);
    expect(dateText(2_958_465, 'date', false)).toBe('9999-12-31');
    expect(dateText(2_958_466, 'date', false)).toBeNull();
  });
});
