import { closeSync, openSync, writeSync } from 'node:fs';
import type { RejectionReason } from '../../../../shared/domain/rejection.ts';
import { MAX_RECORD } from '../check/record-scanner.ts';
import { diskFull } from './file-errors.ts';

const FLUSH_CHARACTERS = 1 << 20;

/** Writes rows of cells as CSV that passes the structure check without a fault: commas, quotation marks, LF. */
export class TableWriter {
  private readonly handle: number;
  private buffer = '';
  /** Number of characters written, approximately that of bytes. */
  writtenCharacters = 0;

  constructor(path: string, header: readonly string[] | null) {
    this.handle = openSync(path, 'w');
    if (header) this.row(header);
  }

  /** Writes a row; returns the reason if it cannot be written, otherwise null. */
  row(cells: readonly string[]): RejectionReason | null {
    const line = `${cells.length === 1 ? quoteCell(cells[0]!) : cells.map(escapeCell).join(',')}\n`;
    if (line.includes('\0')) return { code: 'control-character', params: {} };
    if (line.length > MAX_RECORD / 3 && Buffer.byteLength(line) > MAX_RECORD) {
      return { code: 'row-too-long', params: {} };
    }
    this.buffer += line;
    if (this.buffer.length > FLUSH_CHARACTERS) this.flush();
    return null;
  }

  close(): void {
    try {
      this.flush();
    } finally {
      closeSync(this.handle);
    }
  }

  private flush(): void {
    this.writtenCharacters += this.buffer.length;
    writeFully(this.handle, Buffer.from(this.buffer));
    this.buffer = '';
  }
}

/** Writes all of the data. Throws DISK_FULL. */
export function writeFully(handle: number, data: Uint8Array): void {
  try {
    for (let at = 0; at < data.length; ) at += writeSync(handle, data, at);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw code === 'ENOSPC' || code === 'EDQUOT' ? diskFull(error) : error;
  }
}

const escapeCell = (text: string) => (/[",\r\n]|^[\s\ufeff]|\s$/.test(text) ? quoteCell(text) : text);
const quoteCell = (text: string) => `"${text.replaceAll(/\r\n?/g, '\n').replaceAll('"', '""')}"`;
