import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { PortraitError } from '../../../shared/errors.ts';

const HEAD_BYTES = 512 * 1024;

/** The first half megabyte of a text file, up to its last whole line. */
export interface Head {
  readonly file: string;
  readonly bytes: number;
  readonly text: string;
  /** Whether `text` is the whole file. */
  readonly whole: boolean;
}

/**
 * Reads the head of a UTF-8 text file, without its byte order mark. Throws FILE_NOT_FOUND, FILE_UNREADABLE, FILE_EMPTY,
 * FILE_BINARY and FILE_ENCODING.
 */
export function readHead(file: string): Head {
  const { data, bytes } = readStart(file);
  if (bytes === 0) throw empty(file);
  refuseBinary(data, file);
  const whole = data.length === bytes;
  const lastLine = whole ? data.length : Math.max(data.lastIndexOf(10), data.lastIndexOf(13)) + 1;
  const lines = data.subarray(0, lastLine || data.length);
  if (lastLine > 0 && !isUtf8(lines)) refuseEncoding(lines, file);
  const text = new TextDecoder().decode(lines);
  if (text.trim() === '') throw empty(file);
  return { file, bytes, text, whole };
}

function readStart(file: string): { data: Uint8Array; bytes: number } {
  try {
    const handle = openSync(file, 'r');
    try {
      const stat = fstatSync(handle);
      if (!stat.isFile()) throw unreadable(file, 'It is not a file.');
      const data = new Uint8Array(Math.min(stat.size, HEAD_BYTES));
      let read = 0;
      for (let got = -1; got !== 0 && read < data.length; read += got)
        got = readSync(handle, data, read, data.length - read, read);
      return { data: data.subarray(0, read), bytes: stat.size };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw fileError(error, file);
  }
}

/** Gives what the file system says a code and a hint. */
export function fileError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new PortraitError({
      code: 'FILE_NOT_FOUND',
      message: `There is no file ${file}.`,
      hint: 'Check the path and its spelling.',
      details: { file },
    });
  }
  if (code === 'EACCES' || code === 'EPERM') return unreadable(file, 'You may not read it.');
  if (code === 'EISDIR') return unreadable(file, 'It is a folder.');
  return error;
}

/** How well-known formats begin, and what to do with them. */
const magics: readonly [bytes: readonly number[], what: string, hint: string][] = [
  [[0x50, 0x4b, 3, 4], 'a ZIP archive or an Excel workbook', 'Save the sheet as CSV (UTF-8), or unpack the archive.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook', 'Save the sheet as CSV (UTF-8) and import that.'],
  [[0x1f, 0x8b], 'compressed with gzip', 'Unpack it and import the file inside.'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'compressed with zstd', 'Unpack it and import the file inside.'],
  [[0x50, 0x41, 0x52, 0x31], 'a Parquet file', 'Export it as CSV (UTF-8) and import that.'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'Import the table it was made from, as CSV.'],
  [
    [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20],
    'an SQLite database',
    'Export its table as CSV (UTF-8) and import that.',
  ],
];

function refuseBinary(data: Uint8Array, file: string): void {
  const known = magics.find(([bytes]) => bytes.every((byte, i) => data[i] === byte));
  const utf16 = (data[0] === 0xff && data[1] === 0xfe) || (data[0] === 0xfe && data[1] === 0xff);
  if (utf16) throw wrongEncoding(file, 'UTF-16');
  if (!known && !data.includes(0)) return;
  throw new PortraitError({
    code: 'FILE_BINARY',
    message: `${basename(file)} is ${known?.[1] ?? 'not a text file'}.`,
    hint: known?.[2] ?? 'Export the data as CSV (UTF-8) and import that.',
    details: { file },
  });
}

/** A few broken bytes are for the rows they stand in; a head full of them is another encoding. */
function refuseEncoding(lines: Uint8Array, file: string): void {
  const text = new TextDecoder().decode(lines);
  const broken = text.split('�').length - 1;
  const foreign = text.replaceAll(/[\p{ASCII}�]/gu, '').length;
  if (broken > 20 && broken > foreign) throw wrongEncoding(file, 'GBK, Latin-1 or another encoding than UTF-8');
}

function wrongEncoding(file: string, encoding: string): PortraitError {
  return new PortraitError({
    code: 'FILE_ENCODING',
    message: `${basename(file)} is written in ${encoding}.`,
    hint: 'Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”) and import that.',
    details: { file },
  });
}

function empty(file: string): PortraitError {
  return new PortraitError({
    code: 'FILE_EMPTY',
    message: `${basename(file)} is empty.`,
    hint: 'Export it again, or choose another file.',
    details: { file },
  });
}

function unreadable(file: string, why: string): PortraitError {
  return new PortraitError({
    code: 'FILE_UNREADABLE',
    message: `${file} cannot be read. ${why}`,
    hint: 'Choose a file that you may read.',
    details: { file },
  });
}
