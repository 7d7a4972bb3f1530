import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../../shared/domain/random.ts';
import { testWorkspace } from '../../../support/shop.ts';
import { fileWith, importFiles, namedEvents } from '../import-helpers.ts';

interface Sale {
  user: string;
  time: Date;
  action: string;
  item: string;
  price: number;
}

const NAMES = ['user_id', 'event_time', 'event_type', 'product_id', 'price'];

/** Events whose ids have leading zeros, and whose prices and days decide decimal signs and the order of dates. */
function randomSales(seed: number): Sale[] {
  const random = new Random(seed);
  const sales = Array.from({ length: 60 }, () => ({
    user: `${random.integer(9)}`.padStart(6, '0'),
    time: new Date(
      Date.UTC(2026, random.integer(12), 1 + random.integer(28), random.integer(24), random.integer(60), 7),
    ),
    action: ['view', 'cart', 'purchase'][random.integer(3)]!,
    item: `P-${random.integer(40)}`,
    price: (1 + random.integer(400_000)) / 100,
  }));
  return [...sales, { ...sales[0]!, time: new Date(Date.UTC(2026, 4, 28, 13, 5, 9)), price: 1234.56 }];
}

const two = (value: number) => String(value).padStart(2, '0');
const iso = (time: Date) => time.toISOString().slice(0, 19).replace('T', ' ');
const cells = ({ user, time, action, item, price }: Sale) => [user, iso(time), action, item, price.toFixed(2)];
const day = (time: Date) => [two(time.getUTCDate()), two(time.getUTCMonth() + 1), time.getUTCFullYear()];
const lines = (rows: readonly (readonly string[])[], delimiter: string, end = '\n') =>
  rows.map((row) => row.join(delimiter) + end).join('');

const german = ({ user, time, action, item, price }: Sale) => [
  user,
  `${day(time).join('.')} ${iso(time).slice(11)}`,
  action,
  item,
  price.toLocaleString('de-DE', { minimumFractionDigits: 2 }),
];

function american({ user, time, action, item, price }: Sale): string[] {
  const [dayOfMonth, month, year] = day(time);
  const hour = time.getUTCHours();
  const clock = `${hour % 12 || 12}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'}`;
  return [
    user,
    `${month}/${dayOfMonth}/${year} ${clock}`,
    action,
    item,
    `"$${price.toLocaleString('en-US', { minimumFractionDigits: 2 })}"`,
  ];
}

/** A table in which users in consecutive rows share a merged cell. */
function htmlTable(sales: readonly Sale[]): string {
  const sorted = sales.toSorted((a, b) => a.user.localeCompare(b.user));
  const rows = sorted.map((sale, i) => {
    const [user, ...others] = cells(sale);
    const isFirst = sorted[i - 1]?.user !== user;
    const span = sorted.filter((other) => other.user === user).length;
    return `<tr>${isFirst ? `<td rowspan="${span}">${user}</td>` : ''}${others.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<html><body><table><tr>${NAMES.map((name) => `<th>${name}</th>`).join('')}</tr>${rows.join('')}</table></body></html>`;
}

const SPELLINGS: Readonly<Record<string, (sales: readonly Sale[]) => string | Uint8Array>> = {
  'reversed.csv': (sales) => lines([NAMES, ...sales.map(cells).toReversed()], ','),
  'columns.tsv': (sales) =>
    lines(
      [NAMES, ...sales.map(cells)].map((row) => row.toReversed()),
      '\t',
    ),
  'quoted.csv': (sales) =>
    `\ufeff${lines(
      [NAMES, ...sales.map(cells)].map((row) => row.map((cell) => `"${cell}"`)),
      ',',
      '\r\n',
    )}`,
  'german.csv': (sales) => lines([NAMES, ...sales.map(german)], ';'),
  'american.csv': (sales) => lines([NAMES, ...sales.map(american)], ','),
  'utf-16.tsv': (sales) => Buffer.from(`\ufeff${lines([NAMES, ...sales.map(cells)], '\t')}`, 'utf16le'),
  'packed.csv.gz': (sales) => gzipSync(lines([NAMES, ...sales.map(cells)], ',')),
  'objects.ndjson': (sales) =>
    sales
      .map((sale) => `${JSON.stringify(Object.fromEntries(cells(sale).map((cell, i) => [NAMES[i], cell])))}\n`)
      .join(''),
  'padded.csv': (sales) =>
    lines([NAMES, ...sales.map((sale) => cells(sale).map((cell) => `\u00a0 ${cell}\u3000 `))], ','),
  'spreadsheet.csv': (sales) =>
    lines([NAMES, ...sales.map(cells).map(([user, ...others]) => [`="${user}"`, ...others])], ','),
  'apostrophes.csv': (sales) =>
    lines([NAMES, ...sales.map(cells).map(([user, ...others]) => [`'${user}`, ...others])], ','),
  'titled.csv': (sales) => `sep=;\nSales of 2026\n\n${lines([NAMES, ...sales.map(cells)], ';')}`,
  'merged.xls': htmlTable,
};

/** Rows that are reported as rejected, because they are no events: a title above the table. */
const TITLES: Readonly<Record<string, number>> = { 'titled.csv': 1 };

describe('the same events in another spelling', () => {
  it.each(Object.entries(SPELLINGS))(
    'are the same, and add nothing to those that are there: %s',
    async (name, spell) => {
      const sales = randomSales(name.length);
      const plain = testWorkspace();
      const { events } = await importFiles(plain, [fileWith(plain, lines([NAMES, ...sales.map(cells)], ','))]);
      expect(events).toBeGreaterThan(55);
      const workspace = testWorkspace();
      const file = fileWith(workspace, spell(sales), name);
      expect(await importFiles(workspace, [file])).toMatchObject({ events, rejected: TITLES[name] ?? 0 });
      const columns = 'user, time, action, item, price';
      expect(namedEvents(workspace, columns).map(String).sort()).toEqual(
        namedEvents(plain, columns).map(String).sort(),
      );
      expect(await importFiles(plain, [file])).toMatchObject({ events: 0, duplicates: sales.length });
    },
  );
});
