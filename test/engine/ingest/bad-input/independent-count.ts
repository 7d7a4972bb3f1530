import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { inspect } from '../../../../electron/engine/ingest/detect/inspect.ts';
import type { FileResult } from '../../../../shared/contract/ingest.ts';
import { testFolder } from '../../../support/folder.ts';

/**
 * Counts the rows of a file without the tested reader: lines or documents that are not blank. Returns null if this
 * simple count is not possible, because of quotation marks or an archive.
 */
export function independentCount(bytes: Buffer, { source }: Pick<FileResult, 'source'>): number | null {
  if (source.compression === 'zip' || source.compression === 'zstd') return null;
  const { format, encoding } = source;
  if (format === 'parquet' || format === 'excel') return null;
  const text = new TextDecoder(encoding).decode(source.compression === 'gzip' ? gunzipSync(bytes) : bytes);
  if (format === 'json') return documentsOf(text);
  if (format === 'ndjson') return text.split('\n').filter((line) => line.trim() !== '').length;
  return linesOf(text);
}

function documentsOf(text: string): number | null {
  try {
    const whole: unknown = JSON.parse(text);
    return Array.isArray(whole) ? whole.length : null;
  } catch {
    return null;
  }
}

function linesOf(text: string): number | null {
  const file = join(testFolder(), 'decoded.txt');
  writeFileSync(file, text);
  const { header, newline, separator } = inspect({ file }).dialect;
  if (separator !== ' ' && text.includes('"')) return null;
  const blank = separator === ' ' ? /^[ \t\r]*$/ : separator === '\t' ? /^ *\r?$/ : /^[ \t]*\r?$/;
  const lines = text.split(newline === 10 ? '\n' : '\r').filter((line) => !blank.test(line));
  return lines.length - (header ? 1 : 0);
}
