import { describe, expect, it } from 'vitest';
import { csvFile } from '../../../renderer/components/csv-file.ts';
import { nodeText } from '../../../renderer/components/node-text.ts';
import { type ExportedColumn, tableCsv } from '../../../renderer/components/table-csv.ts';

const lines = async (file: Blob) =>
  (await file.text())
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');

function Badge(_: { text: string }) {
  return null;
}

interface Row {
  name: string;
  share: number;
  time: number;
}

const rows: Row[] = [
  { name: '=1+1', share: 0.12345, time: 0 },
  { name: 'tea, "green"', share: 0.5, time: 1 },
];

describe('a table as CSV', () => {
  const columns: ExportedColumn<Row>[] = [
    { header: 'Name', cell: ({ name }) => <b>{name}</b>, sort: ({ name }) => name },
    { header: 'Share', cell: ({ share }) => `${(100 * share).toFixed(1)}%`, sort: ({ share }) => share, numeric: true },
    { header: 'Time', cell: ({ time }) => `${1 + time} May 2026`, sort: ({ time }) => time, numeric: true },
    { header: 'Verdict', cell: ({ share }) => <Badge text={share < 0.5 ? 'few' : 'many'} /> },
    { header: 'Plot', cell: () => <svg />, exported: ({ share }) => share },
    { header: 'Actions', cell: () => <svg /> },
  ];

  it('has the columns that show something, figures in full precision, and all else as it is shown', async () => {
    expect(await lines(tableCsv(columns, rows))).toEqual([
      'Name,Share,Time,Verdict,Plot',
      "'=1+1,0.12345,1 May 2026,few,0.12345",
      '"tea, ""green""",0.5,2 May 2026,many,0.5',
    ]);
  });

  it('has the text of a figure where the column is sorted by another one', async () => {
    const share: ExportedColumn<Row> = { header: 'Share', cell: () => '12.5%', sort: () => 25, numeric: true };
    expect(await lines(tableCsv([share], rows))).toEqual(['Share', '12.5%', '12.5%']);
  });

  it('leaves unknown figures empty', async () => {
    expect(await lines(csvFile(['a', 'b'], [[Number.NaN, null]]))).toEqual(['a,b', ',']);
  });
});

describe('the text of React nodes', () => {
  it('is that of their children, or else of their text or label', () => {
    expect(nodeText(<p>{['a', <i key="i">b</i>, 3, false, null]}</p>)).toBe('a b 3');
    expect(nodeText(<Badge text="better" />)).toBe('better');
    expect(nodeText(null)).toBe('');
  });
});
