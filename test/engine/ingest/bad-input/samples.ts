import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, inflateRawSync, zstdCompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { testFolder } from '../../../support/folder.ts';
import { workbookOf } from '../../../support/workbook.ts';
import { type ZipFile, zipOf } from '../../../support/zip.ts';

/** A small valid file with known content. */
export interface Sample {
  /** File name extension. */
  readonly ending: string;
  make(): Buffer | Promise<Buffer>;
  /** The same file with its text changed before packing, if it is packed. */
  pack?(change: (text: Buffer) => Buffer): Buffer;
}

/** Number of rows in every sample. */
export const SAMPLE_ROWS = 30;

const COLUMNS = ['user_id', 'event_time', 'event_type', 'product_id', 'brand', 'price'];
const ACTIONS = ['view', 'cart', 'purchase'];
const BRANDS = ['华为', 'Müller', 'acme', ''];

/** Events of five users, a little over a minute apart, all different. */
export const sampleEvents: readonly (readonly string[])[] = Array.from({ length: SAMPLE_ROWS }, (_, i) => [
  `user-${i % 5}`,
  new Date(Date.UTC(2024, 4, 1, 8, 0, i * 71)).toISOString().replace('T', ' ').slice(0, 19),
  ACTIONS[i % 3]!,
  `item ${i % 7}`.replace(' ', '-'),
  BRANDS[i % 4]!,
  (i * 1.25 + 0.5).toFixed(2),
]);

const text = (separator: string, quoted = false) =>
  [COLUMNS, ...sampleEvents]
    .map((cells) => cells.map((cell, c) => (quoted && c === 3 ? `"${cell}"` : cell)).join(separator))
    .join('\n');

/** Fixed-width columns. */
const blanks = () =>
  [
    ['user_id', 'event_time', 'event_type', 'product_id'],
    ...sampleEvents.map(([user, time, ...rest]) => [user!, time!.replace(' ', 'T'), ...rest]),
  ]
    .map((cells) =>
      cells
        .slice(0, 4)
        .map((cell) => cell.padEnd(22))
        .join('')
        .trimEnd(),
    )
    .join('\n');

const documents = () => sampleEvents.map((cells) => Object.fromEntries(cells.map((cell, c) => [COLUMNS[c]!, cell])));
const nested = () =>
  documents().map(({ price, brand, ...rest }) => ({ ...rest, properties: { price: Number(price), brand } }));

const gbk = () =>
  Buffer.concat([
    Buffer.from(`${COLUMNS.join(',')}\n`),
    ...sampleEvents.map((cells) => Buffer.concat(cells.map(gbkCell))),
  ]);

/** Encodes the only Chinese word of the sample in GBK: 华为. */
function gbkCell(cell: string, c: number): Buffer {
  const bytes = cell === '华为' ? Buffer.from([0xbb, 0xaa, 0xce, 0xaa]) : Buffer.from(cell.replace('ü', 'u'));
  return Buffer.concat([bytes, Buffer.from(c === COLUMNS.length - 1 ? '\n' : ',')]);
}

async function parquet(): Promise<Buffer> {
  const path = join(testFolder(), 'sample.parquet');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = sampleEvents.map(
    ([user, time, action, item, brand, price]) =>
      `('${user}', TIMESTAMP '${time}', '${action}', '${item}', '${brand}', ${price}, ['a', 'b'])`,
  );
  await connection.run(
    `COPY (SELECT * FROM (VALUES ${rows}) AS t(${COLUMNS}, labels)) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`,
  );
  connection.closeSync();
  return readFileSync(path);
}

const workbook = () =>
  workbookOf([
    { name: 'Events', rows: [COLUMNS, ...sampleEvents.map((cells) => [...cells.slice(0, 5), Number(cells[5])])] },
    { name: 'Notes', rows: [['hidden']], hidden: true },
  ]);

const lines = (of: readonly unknown[]) => of.map((one) => JSON.stringify(one)).join('\n');
const csv = () => Buffer.from(`${text(',', true)}\n`);

/** A sample in every supported format, by display name. */
export const samples: Readonly<Record<string, Sample>> = {
  CSV: { ending: 'csv', make: csv },
  'CSV with CR LF': { ending: 'csv', make: () => Buffer.from(text(',').replaceAll('\n', '\r\n')) },
  TSV: { ending: 'tsv', make: () => Buffer.from(`${text('\t')}\n`) },
  'blank-separated text': { ending: 'txt', make: () => Buffer.from(blanks()) },
  'UTF-16 LE': { ending: 'csv', make: () => Buffer.from(`\ufeff${text('\t')}\n`, 'utf16le') },
  'UTF-16 BE': { ending: 'csv', make: () => Buffer.from(`\ufeff${text(';')}`, 'utf16le').swap16() },
  GBK: { ending: 'csv', make: gbk },
  NDJSON: { ending: 'ndjson', make: () => Buffer.from(lines(documents())) },
  'nested NDJSON': { ending: 'jsonl', make: () => Buffer.from(`${lines(nested())}\n`) },
  'a JSON array': { ending: 'json', make: () => Buffer.from(JSON.stringify(nested(), null, 1)) },
  Parquet: { ending: 'parquet', make: parquet },
  Excel: { ending: 'xlsx', make: workbook, pack: repackedWorkbook },
  gzip: { ending: 'csv.gz', make: () => gzipSync(csv()), pack: (change) => gzipSync(change(csv())) },
  zstd: { ending: 'csv.zst', make: () => zstdCompressSync(csv()), pack: (change) => zstdCompressSync(change(csv())) },
  zip: { ending: 'zip', make: () => archive((data) => data), pack: archive },
};

function archive(change: (text: Buffer) => Buffer): Buffer {
  return zipOf([
    { name: 'events.csv', data: change(csv()) },
    { name: 'more/events.json', data: lines(nested()) },
  ]);
}

/** The parts of the workbook, each changed separately. */
function repackedWorkbook(change: (text: Buffer) => Buffer): Buffer {
  const parts: ZipFile[] = [];
  const whole = workbook();
  for (let at = 0; whole.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, name] = [whole.readUInt32LE(at + 18), whole.readUInt16LE(at + 26)];
    const start = at + 30 + name;
    const data = inflateRawSync(whole.subarray(start, start + packed));
    parts.push({ name: whole.subarray(at + 30, start), data: change(data) });
    at = start + packed;
  }
  return zipOf(parts);
}
