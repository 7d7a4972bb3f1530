import { describe, expect, it } from 'vitest';
import { previewFile } from '../../../../electron/engine/ingest/detect/preview.ts';
import { sharedFault } from '../../../support/faults.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, namedEvents, rejectedLines } from '../import-helpers.ts';

const lines = (...all: string[]) => `${all.join('\n')}\n`;
const HEADER = 'user_id,event_time,event_type,product_id';
const ROWS = ['u1,2024-05-01 10:00:00,view,a', 'u2,2024-05-01 11:00:00,purchase,b'];
const EVENTS = [
  ['u1', 'view', 'a'],
  ['u2', 'purchase', 'b'],
];

describe('the lines above a header', () => {
  it.each([
    ['a line that names the separator', lines('sep=,', HEADER, ...ROWS), []],
    ['such a line in quotation marks', lines('"sep=,"', HEADER, ...ROWS), []],
    ['such a line with CR LF', lines('SEP=,', HEADER, ...ROWS).replaceAll('\n', '\r\n'), []],
    ['a title', lines('Orders report', HEADER, ...ROWS), [1]],
    ['a title with commas', lines('Orders, May 2024', '', HEADER, ...ROWS), [1]],
    ['facts about the export', lines('Report,Orders', 'Created,2024-06-01', 'Rows,2', '', HEADER, ...ROWS), [1, 2, 3]],
    ['facts of the width of the table', lines('Shop,Acme,,', 'Period,May,2024,', ',,,', HEADER, ...ROWS), [1, 2, 3]],
    ['comments', lines('# exported by a tool, version 2', '# time zone: UTC', HEADER, ...ROWS), [1, 2]],
    ['blank lines', lines('', '', HEADER, ...ROWS), []],
    ['names in another language', lines('用户,时间,行为,商品', HEADER, ...ROWS), [1]],
    ['a title in quotation marks', lines('"Orders, all of them"', HEADER, ...ROWS), [1]],
  ])('are set aside with their line number: %s', async (_, content, above) => {
    const workspace = testWorkspace();
    await importFiles(workspace, [fileWith(workspace, content)]);
    expect(namedEvents(workspace, 'user, action, item')).toEqual(EVENTS);
    const titles = rejectedLines(workspace).map((line) => Number(line.split(':')[0]));
    expect(titles).toEqual(above);
  });

  it('may name a separator that the rest would not suggest', async () => {
    const workspace = testWorkspace();
    const content = lines('sep=;', 'user_id;event_time;event_type;product_id', 'u1;2024-05-01 10:00:00;view;a,b,c,d,e');
    await importFiles(workspace, [fileWith(workspace, content)]);
    expect(namedEvents(workspace, 'user, item')).toEqual([['u1', 'a,b,c,d,e']]);
  });

  it('keep the line numbers of rejected rows', async () => {
    const workspace = testWorkspace();
    const content = lines('Orders report', '', HEADER, ROWS[0]!, 'u2,yesterday,view,b', ROWS[1]!, 'Total,2');
    await importFiles(workspace, [fileWith(workspace, content)]);
    expect(namedEvents(workspace, 'user, action, item')).toEqual(EVENTS);
    expect(rejectedLines(workspace).map((line) => line.split(':')[0])).toEqual(['1', '5', '7']);
  });

  it('may be the first row of a two-row header', async () => {
    const workspace = testWorkspace();
    const file = fileWith(workspace, lines('Customer,,Order,', 'ID,City,Date,Amount', 'C1,Bonn,2024-05-01 10:00:00,5'));
    const { columns } = await previewFile({ file });
    expect(columns.map(({ name }) => name)).toEqual(['Customer ID', 'Customer City', 'Order Date', 'Order Amount']);
    await importFiles(workspace, [file]);
    expect(namedEvents(workspace, 'user, amount')).toEqual([['C1', 5]]);
  });

  it('are none in a table without a header', async () => {
    const workspace = testWorkspace();
    const rows = ['1,10,100,view,1714557600', '2,11,100,cart,1714557700'];
    await importFiles(workspace, [fileWith(workspace, lines(...rows))]);
    expect(namedEvents(workspace, 'user, item')).toHaveLength(2);
  });

  it('are none above a header with a name of two lines', async () => {
    const workspace = testWorkspace();
    const content = lines('user_id,event_time,"event\ntype",product_id', ...ROWS);
    await importFiles(workspace, [fileWith(workspace, content)]);
    expect(namedEvents(workspace, 'user, item')).toEqual([
      ['u1', 'a'],
      ['u2', 'b'],
    ]);
  });
});

it.each(['sep.csv', 'preamble.csv'])('%s', async (name) => {
  const workspace = testWorkspace();
  const file = sharedFault(name);
  if (file === null) return;
  expect(await importFiles(workspace, [file])).toMatchObject({ events: 2 });
});
