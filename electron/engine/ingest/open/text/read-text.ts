import { closeSync, openSync, readSync, rmSync, statSync, truncateSync } from 'node:fs';
import type { Encoding, Format } from '../../../../../shared/contract/ingest.ts';
import { unreadableFormat, wrongEncoding } from '../file-errors.ts';
import { layoutOf } from '../json/detect-layout.ts';
import { readJson } from '../json/read-json.ts';
import type { Opening } from '../open-context.ts';
import { nameOf, type Piece } from '../source-file.ts';
import { type Table, textTable } from '../table.ts';
import { decodeFile } from './decode.ts';
import { guessEncoding } from './guess-encoding.ts';
import { sampleOf } from './sample.ts';

const HEAD = 512 * 1024;
/** Share of control characters from which bytes are no text. */
const CONTROLS = 0.01;

export interface TextFound {
  readonly table: Table;
  readonly encoding: Encoding;
  readonly format: Format;
}

/**
 * Makes a table of a piece of text: the file itself where it is delimited text in UTF-8, else a copy. Throws FILE_ENCODING,
 * FILE_BINARY and what `readJson` throws.
 */
export function readText(piece: Piece, asked: Encoding | undefined, opening: Opening): TextFound {
  const name = nameOf(opening.file, piece);
  const sample = sampleOf(piece.path);
  const encoding = asked ?? guessEncoding(sample);
  if (encoding === null || encoding === 'utf-8') refuseBinary(sample, name);
  if (encoding === null) throw wrongEncoding(name);
  const text = encoding === 'utf-8' ? piece : inUtf8(piece, encoding, opening);
  const head = headOf(text.path);
  const whole = statSync(text.path).size <= HEAD;
  const layout = layoutOf(head, whole && !text.truncated);
  if (layout !== null) {
    const table = readJson({ path: text.path, layout, truncated: text.truncated }, opening);
    if (text.path !== piece.path) rmSync(text.path);
    return { table, encoding, format: layout.kind === 'lines' ? 'ndjson' : 'json' };
  }
  if (text.truncated) cutToLines(text.path);
  return { table: textTable(text.path), encoding, format: 'text' };
}

/** A copy in UTF-8; for a preview, of the beginning. */
function inUtf8(piece: Piece, encoding: Encoding, opening: Opening): Piece {
  const copy = opening.temporary();
  const { size } = statSync(piece.path);
  const truncated = decodeFile(piece.path, encoding, copy, opening.limit, (bytes) => opening.step(bytes, size));
  return { ...piece, path: copy, truncated: piece.truncated || truncated };
}

function headOf(path: string): string {
  const handle = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(HEAD);
    return buffer.toString('utf8', 0, readSync(handle, buffer, 0, HEAD, 0));
  } finally {
    closeSync(handle);
  }
}

/** Drops what stands behind the last line end of a copy that is only a beginning. */
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

function refuseBinary(sample: Uint8Array, name: string): void {
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 27)) controls++;
  if (controls <= Math.max(2, CONTROLS * sample.length)) return;
  throw unreadableFormat(name, 'not a text file', 'Export the data as CSV (UTF-8) and import that.');
}
