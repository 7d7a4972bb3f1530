import { closeSync, openSync, readSync, rmSync, statSync, truncateSync } from 'node:fs';
import type { Encoding, Format } from '../../../../../shared/contract/import-file.ts';
import { unknownEncoding } from '../file-errors.ts';
import { detectLayout } from '../json/detect-layout.ts';
import { readJson } from '../json/read-json.ts';
import { markupOf, readMarkup } from '../markup/read-markup.ts';
import type { OpenContext } from '../open-context.ts';
import { displayName, type SourceFile } from '../source-file.ts';
import { type Table, textTable } from '../table.ts';
import { unsupportedFormat } from '../unsupported-format.ts';
import { decodeFile } from './decode.ts';
import { guessEncoding } from './guess-encoding.ts';
import { sampleOf } from './sample.ts';

const FILE_START_BYTES = 512 * 1024;
/** Share of control characters above which the bytes are not text. */
const MAX_CONTROL_SHARE = 0.01;

export interface ReadTextResult {
  readonly table: Table;
  readonly encoding: Encoding;
  readonly format: Format;
}

/**
 * Opens a text file as a table: the file itself if it is delimited text in UTF-8, otherwise a copy. A web page is read if it
 * has a table. Throws
 * FILE_ENCODING, FILE_BINARY and the errors of `readJson`.
 */
export async function readText(
  file: SourceFile,
  requestedEncoding: Encoding | undefined,
  context: OpenContext,
): Promise<ReadTextResult> {
  const name = displayName(context.file, file);
  const sample = sampleOf(file.path);
  const encoding = requestedEncoding ?? guessEncoding(sample);
  if (encoding === null || encoding === 'utf-8') rejectBinary(sample, name);
  if (encoding === null) throw unknownEncoding(name);
  const utf8File = encoding === 'utf-8' ? file : convertToUtf8(file, encoding, context);
  const fileStart = readFileStart(utf8File.path);
  const markup = markupOf(fileStart);
  if (markup !== null) {
    const table = await readMarkup(utf8File.path, markup, name, context);
    if (utf8File.path !== file.path) rmSync(utf8File.path);
    return { table, encoding, format: markup === 'html' ? 'html' : 'excel' };
  }
  const isWhole = statSync(utf8File.path).size <= FILE_START_BYTES;
  const layout = detectLayout(fileStart, isWhole && !utf8File.truncated);
  if (layout !== null) {
    const table = readJson({ path: utf8File.path, layout, truncated: utf8File.truncated }, context);
    if (utf8File.path !== file.path) rmSync(utf8File.path);
    return { table, encoding, format: layout.kind === 'lines' ? 'ndjson' : 'json' };
  }
  if (utf8File.truncated) cutToLines(utf8File.path);
  return { table: textTable(utf8File.path), encoding, format: 'text' };
}

/** Writes a UTF-8 copy; for a preview, only of the start. */
function convertToUtf8(file: SourceFile, encoding: Encoding, context: OpenContext): SourceFile {
  const copy = context.temporary();
  const { size } = statSync(file.path);
  const truncated = decodeFile(file.path, encoding, copy, context.limit, (bytes) => context.onProgress(bytes, size));
  return { ...file, path: copy, truncated: file.truncated || truncated };
}

function readFileStart(path: string): string {
  const handle = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(FILE_START_BYTES);
    return buffer.toString('utf8', 0, readSync(handle, buffer, 0, FILE_START_BYTES, 0));
  } finally {
    closeSync(handle);
  }
}

/** Truncates a partial copy after its last line end. */
function cutToLines(path: string): void {
  const handle = openSync(path, 'r');
  try {
    const { size } = statSync(path);
    const buffer = Buffer.alloc(Math.min(size, 1 << 20));
    const start = size - buffer.length;
    readSync(handle, buffer, 0, buffer.length, start);
    const end = Math.max(buffer.lastIndexOf(10), buffer.lastIndexOf(13)) + 1;
    if (end > 0) truncateSync(path, start + end);
  } finally {
    closeSync(handle);
  }
}

function rejectBinary(sample: Uint8Array, name: string): void {
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 27)) controls++;
  if (controls <= Math.max(2, MAX_CONTROL_SHARE * sample.length)) return;
  throw unsupportedFormat(name, 'binary');
}
