import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { csvLine, escapeFormula } from '../../../shared/domain/csv.ts';
import { PortraitError } from '../../../shared/errors.ts';

export type Cell = string | number | null;

export interface Table {
  readonly header: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
  /** Description and provenance of the table, for the manifest. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** How formulas in text cells are escaped; `escapeFormula` by default. */
  readonly escapeCell?: (cell: string) => string;
}

export interface ExportSummary {
  readonly rows: number;
  readonly file: string;
  readonly sha256: string;
}

/**
 * Writes a table as CSV for spreadsheets (RFC 4180, UTF-8 with a byte-order mark, formulas escaped) and a manifest with
 * its provenance as `<file>.manifest.json`. Each file is written completely under a temporary name and then renamed,
 * replacing a file of that name. Throws DISK_FULL and CANNOT_WRITE.
 */
export function writeExport(file: string, { header, rows, facts, escapeCell = escapeFormula }: Table): ExportSummary {
  const table = new AtomicFile(file);
  const manifestFile = `${file}.manifest.json`;
  try {
    table.write(`\uFEFF${csvRow(header, escapeCell)}`);
    let count = 0;
    for (const row of rows) {
      table.write(csvRow(row, escapeCell));
      count++;
    }
    const sha256 = table.finish();
    const manifest = new AtomicFile(manifestFile);
    try {
      manifest.write(
        `${JSON.stringify({ file: basename(file), ...facts, columns: header, rows: count, sha256 }, null, 2)}\n`,
      );
      manifest.finish();
      table.publish();
      manifest.publish();
    } finally {
      manifest.discard();
    }
    return { rows: count, file, sha256 };
  } catch (error) {
    throw writingError(error, file);
  } finally {
    table.discard();
  }
}

function csvRow(cells: readonly Cell[], escapeCell: (cell: string) => string): string {
  return `${csvLine(cells.map((cell) => (typeof cell === 'string' ? escapeCell(cell) : cell)))}\r\n`;
}

const CHUNK = 1 << 20;

/** A file that is written under a temporary name in the same folder and renamed when complete. */
class AtomicFile {
  private readonly path: string;
  private readonly temporaryPath: string;
  private readonly hash = createHash('sha256');
  private descriptor: number | null;
  private text = '';

  constructor(path: string) {
    this.path = path;
    this.temporaryPath = join(dirname(path), `.${basename(path)}.${process.pid}.partial`);
    try {
      rmSync(this.temporaryPath, { force: true });
      this.descriptor = openSync(this.temporaryPath, 'wx');
    } catch (error) {
      throw writingError(error, path);
    }
  }

  write(text: string): void {
    this.text += text;
    if (this.text.length >= CHUNK) this.flush();
  }

  /** Flushes everything to disk; returns its SHA-256 in hexadecimal. */
  finish(): string {
    this.flush();
    if (this.descriptor !== null) fsyncSync(this.descriptor);
    this.close();
    return this.hash.digest('hex');
  }

  publish(): void {
    renameSync(this.temporaryPath, this.path);
  }

  /** Deletes the temporary file if it was not published. */
  discard(): void {
    this.close();
    rmSync(this.temporaryPath, { force: true });
  }

  private flush(): void {
    const bytes = Buffer.from(this.text);
    this.text = '';
    this.hash.update(bytes);
    if (this.descriptor !== null) writeAll(this.descriptor, bytes);
  }

  private close(): void {
    if (this.descriptor !== null) closeSync(this.descriptor);
    this.descriptor = null;
  }
}

/** Writes all bytes, even if the operating system accepts fewer per call. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}

/** Converts a file system error to one with a code and a hint; returns any other error unchanged. */
export function writingError(error: unknown, file: string): unknown {
  if (error instanceof PortraitError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ENOSPC|EDQUOT|EFBIG)$/.test(code)) {
    return new PortraitError(
      {
        code: 'DISK_FULL',
        message: `The disk is full: ${file} was not written.`,
        hint: 'Make room or choose another place, and try again. Nothing was left behind.',
        details: { file },
      },
      { cause: error },
    );
  }
  if (!/^E[A-Z]+$/.test(code)) return error;
  return new PortraitError(
    {
      code: 'CANNOT_WRITE',
      message: `${file} cannot be written (${code}).`,
      hint: 'Check that its folder exists and that you may write there, or choose another place.',
      details: { file, reason: code },
    },
    { cause: error },
  );
}
