import { describe, expect, it } from 'vitest';
import { sharedFault } from '../../../support/faults.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { workbookOf } from '../../../support/workbook.ts';
import { zipOf } from '../../../support/zip.ts';
import { fileWith, importFiles, namedEvents, rejectedLines } from '../import-helpers.ts';
import { openErrorCode, openOnlyTable, openTestFile } from './open-test-file.ts';

const EVENTS = [
  ['u1', 'view', 'a'],
  ['u1', 'purchase', 'b'],
  ['u2', 'purchase', 'c'],
];

/** Imports a file of the three events; returns what is stored. */
async function imported(content: string | Uint8Array, name: string) {
  const workspace = testWorkspace();
  await importFiles(workspace, [fileWith(workspace, content, name)]);
  return { events: namedEvents(workspace, 'user, action, item'), rejected: rejectedLines(workspace) };
}

describe('a workbook', () => {
  const time = (day: number) => ({ raw: String(45_412 + day), format: 'datetime' as const });
  const HEADER = ['user_id', 'event_time', 'event_type', 'product_id'];

  it('has the value of merged cells in each of their rows', async () => {
    const rows = [
      HEADER,
      ['u1', time(1), 'view', 'a'],
      [null, null, 'purchase', 'b'],
      ['u2', time(2), 'purchase', 'c'],
    ];
    const file = workbookOf([{ name: 'S', rows, merged: ['A2:A3', 'B2:B3', 'A1:A1'] }]);
    expect((await imported(file, 'orders.xlsx')).events).toEqual(EVENTS);
  });

  it('has its header below titles, facts and merged groups of columns', async () => {
    const rows = [
      ...[['Orders of May'], ['Created', '2024-06-01'], null, ['Customer', null, 'Order', null]],
      ...[HEADER, ['u1', time(1), 'view', 'a'], ['u1', time(1), 'purchase', 'b'], ['u2', time(2), 'purchase', 'c']],
    ];
    const { events, rejected } = await imported(
      workbookOf([{ name: 'S', rows, merged: ['A4:B4', 'C4:D4'] }]),
      'o.xlsx',
    );
    expect(events).toEqual(EVENTS);
    expect(rejected.map((line) => line.split(':')[0])).toEqual(['1', '2', '4']);
  });
});

describe('a web page named .xls', () => {
  const cells = (row: readonly string[], tag = 'td') => row.map((cell) => `<${tag} x:str>${cell}</${tag}>`).join('');
  const rows = [
    ['u1', '2024-05-01 10:00:00', 'view', 'a'],
    ['u1', '2024-05-01&nbsp;11:00:00', 'purchase', '<b>b</b>'],
    ['u2', '2024-05-02 10:00:00', 'purchase', 'c'],
  ];
  const head = `<tr>${cells(['user_id', 'event_time', 'event_type', 'product_id'], 'th')}</tr>`;
  const body = rows.map((row) => `<tr class="r">${cells(row)}</tr>`).join('\n');

  it.each([
    ['plain', `<table>${head}${body}</table>`],
    [
      'with a frame',
      `<!DOCTYPE html><html><head><style>td{a:b}</style></head><body><table border=1>${head}${body}</table></body></html>`,
    ],
    [
      'as Excel writes it',
      `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table>${head}${body}</table>`,
    ],
    [
      'inside another table',
      `<html><table><tr><td>Menu</td><td><table>${head}${body}</table></td></tr></table></html>`,
    ],
    ['without closing tags', `<table>${head}${body}</table>`.replaceAll(/<\/t[dhr]>/g, '')],
  ])('is read: %s', async (_, page) => {
    const { events, rejected } = await imported(
      page.includes('</html') || page.includes('<table>') ? page : `${page}</html>`,
      'orders.xls',
    );
    expect(events).toEqual(EVENTS);
    expect(rejected).toEqual([]);
  });

  it('has the value of a cell over several rows in each of them', async () => {
    const page = `<table>${head}<tr><td rowspan=2>u1</td><td rowspan="2">2024-05-01 10:00</td><td>view</td><td>a</td></tr>
      <tr><td>purchase</td><td>b</td></tr><tr><td>u2</td><td>2024-05-02 10:00</td><td>purchase</td><td>c</td></tr></table>`;
    expect((await imported(page, 'orders.xls')).events).toEqual(EVENTS);
  });

  it('in GB 18030 is read', async () => {
    const page = Buffer.concat([
      Buffer.from('<html><meta charset="gb2312"><table><tr><td>user_id</td><td>'),
      Buffer.from([0xb6, 0xa9, 0xb5, 0xa5, 0xca, 0xb1, 0xbc, 0xe4]),
      Buffer.from('</td></tr><tr><td>u1</td><td>2024-05-01</td></tr></table></html>'),
    ]);
    expect((await openOnlyTable(page, { name: 'o.xls' })).text).toBe('user_id,订单时间\nu1,2024-05-01\n');
  });

  it('is refused with the remedy if it has no table', async () => {
    const page = '<html><body><p>Your session has expired.</p></body></html>';
    expect(await openErrorCode(page, { name: 'orders.xls' })).toBe('FILE_BINARY');
    await expect(openTestFile(page, { name: 'orders.xls' })).rejects.toMatchObject({
      message: 'orders.xls is a web page without a table that can be read.',
      hint: expect.stringContaining('save it as .xlsx or CSV'),
    });
    expect(await openErrorCode('<?xml version="1.0"?><orders><order id="1"/></orders>', { name: 'o.xml' })).toBe(
      'FILE_BINARY',
    );
  });
});

describe('a workbook in other formats', () => {
  it('is read from Excel’s XML of 2003', async () => {
    const cell = (text: string, type = 'String', attributes = '') =>
      `<Cell${attributes}><Data ss:Type="${type}">${text}</Data></Cell>`;
    const row = (...all: string[]) => `<Row>${all.join('')}</Row>`;
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Worksheet ss:Name="Empty"><Table/></Worksheet><Worksheet ss:Name="Orders"><Table>
      ${row(cell('user_id'), cell('event_time'), cell('event_type'), cell('product_id'))}
      ${row(cell('u1', 'String', ' ss:MergeDown="1"'), cell('2024-05-01T10:00:00.000', 'DateTime'), cell('view'), cell('a'))}
      ${row(cell('2024-05-01T11:00:00.000', 'DateTime', ' ss:Index="2"'), cell('purchase'), cell('b'))}
      ${row(cell('u2'), cell('2024-05-02T10:00:00.000', 'DateTime'), cell('purchase'), cell('c'))}
      </Table></Worksheet></Workbook>`;
    expect(await imported(xml, 'orders.xls')).toEqual({ events: EVENTS, rejected: [] });
  });

  it('is read from OpenDocument', async () => {
    const text = (value: string, attributes = '') =>
      `<table:table-cell office:value-type="string"${attributes}><text:p>${value}</text:p></table:table-cell>`;
    const date = (value: string) =>
      `<table:table-cell office:value-type="date" office:date-value="${value}"><text:p>1.5.24</text:p></table:table-cell>`;
    const row = (...all: string[]) => `<table:table-row>${all.join('')}</table:table-row>`;
    const blank = '<table:table-cell table:number-columns-repeated="1020"/>';
    const xml = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body>
      <office:spreadsheet><table:table table:name="Orders">
      ${row(text('user_id'), text('event_time'), text('event_type'), text('product_id'), text('price'), blank)}
      ${row(text('u1', ' table:number-rows-spanned="2"'), date('2024-05-01T10:00:00'), text('view'), text('a'), '<table:table-cell office:value-type="float" office:value="12.5"><text:p>12,50</text:p></table:table-cell>')}
      ${row('<table:covered-table-cell/>', date('2024-05-01T11:00:00'), text('purchase'), text('b'), blank)}
      ${row(text('u2'), date('2024-05-02T10:00:00'), text('purchase'), text('c'))}
      <table:table-row table:number-rows-repeated="1048572">${blank}</table:table-row>
      </table:table></office:spreadsheet></office:body></office:document-content>`;
    const file = zipOf([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' },
      { name: 'content.xml', data: xml },
    ]);
    expect(await imported(file, 'orders.ods')).toEqual({ events: EVENTS, rejected: [] });
    expect((await openOnlyTable(file, { name: 'orders.ods' })).text).toContain('2024-05-01 10:00:00,view,a,12.5');
  });

  it('is refused with the remedy if it is binary', async () => {
    const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    await expect(openTestFile(old, { name: 'orders.xls' })).rejects.toMatchObject({
      message: 'orders.xls is an old Excel workbook (.xls).',
      hint: 'Save it as .xlsx or as CSV (UTF-8) and import that.',
    });
  });
});

it('merged-cells.xlsx', async () => {
  const workspace = testWorkspace();
  const file = sharedFault('merged-cells.xlsx');
  if (file === null) return;
  await importFiles(workspace, [file]);
  expect(namedEvents(workspace, 'user, action').flat()).toEqual(['u1', 'purchase', 'u1', 'purchase', 'u2', 'purchase']);
});

it('html.xls', async () => {
  const workspace = testWorkspace();
  const file = sharedFault('html.xls');
  if (file === null) return;
  expect(await importFiles(workspace, [file])).toMatchObject({ events: 1 });
});
