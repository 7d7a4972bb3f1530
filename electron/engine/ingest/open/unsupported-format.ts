import { basename } from 'node:path';
import { PortraitError } from '../../../../shared/errors.ts';

const AS_XLSX = 'Save it as .xlsx or as CSV (UTF-8) and import that.';
const AS_CSV = 'Export the data as CSV (UTF-8) and import that.';
const AS_TABLE = 'Export the data as Parquet, NDJSON or CSV and import that.';
const SOURCE_TABLE = 'Export the original table as CSV (UTF-8) and import that.';
const UNPACK = 'Unpack it and import the files inside.';
const REPACK = 'Unpack it, or compress it with gzip or zstd.';

/** Formats that cannot be read: each with what a file is, and what to do with it. */
const formats = {
  xls: ['an old Excel workbook (.xls)', AS_XLSX],
  'web-page': [
    'a web page without a table that can be read',
    'Open it in Excel or LibreOffice, save it as .xlsx or CSV (UTF-8), and import that.',
  ],
  xml: ['an XML file', AS_CSV],
  xlsb: ['a binary Excel workbook (.xlsb)', AS_XLSX],
  opendocument: ['an OpenDocument file without a spreadsheet', SOURCE_TABLE],
  office: ['an office document', SOURCE_TABLE],
  workbook: ['a workbook that is too large', 'Save its sheets as CSV (UTF-8) and import those.'],
  pdf: ['a PDF', SOURCE_TABLE],
  sqlite: ['an SQLite database', 'Export its table as CSV (UTF-8) and import that.'],
  '7z': ['a 7z archive', UNPACK],
  rar: ['a RAR archive', UNPACK],
  tar: ['a tar archive', 'Unpack it and import the folder, or compress it as zip.'],
  bzip2: ['compressed with bzip2', REPACK],
  xz: ['compressed with xz', REPACK],
  avro: ['an Avro file', AS_TABLE],
  orc: ['an ORC file', AS_TABLE],
  arrow: ['an Arrow file', AS_TABLE],
  parquet: [
    'a Parquet file with unsupported features',
    'Export the data as plain Parquet, NDJSON or CSV and import that.',
  ],
  picture: ['an image', AS_CSV],
  binary: ['not a text file', AS_CSV],
} satisfies Readonly<Record<string, readonly [what: string, hint: string]>>;
export type UnsupportedFormat = keyof typeof formats;

export function unsupportedFormat(file: string, variant: UnsupportedFormat): PortraitError {
  const [what, hint] = formats[variant];
  return new PortraitError({
    code: 'FILE_BINARY',
    message: `${basename(file)} is ${what}.`,
    hint,
    details: { file, variant },
  });
}
