import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { csvLine, defused } from '../../../shared/domain/csv.ts';
import { PortraitError } from '../../../shared/errors.ts';

export type Cell = string | number | null;

export interface Table {
  readonly header: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
  /** What the table is and how it came about, for the manifest. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** How a text is made harmless; as `defused` does unless another way is given. */
  readonly defuse?: (cell: string) => string;
}

export interface Exported {
  readonly rows: number;
  readonly file: string;
  readonly sha256: string;
}

/**
 * Writes a table as CSV for spreadsheets (RFC 4180, UTF-8 with a byte-order mark, formulas defused) and a manifest of how it
 * came about as `<file>.manifest.json`. Both appear whole or not at all, in place of files of the same names.
 * Throws DISK_FULL and CANNOT_WRITE.
 */
export function writeExport(file: string, { header, rows, facts, defuse = defused }: Table): Exported {
  const table = new NewFile(file);
  const beside = `${file}.manifest.json`;
  try {
    table.write(`\uFEFF${line(header, defuse)}`);
    let count = 0;
    for (const row of rows) {
      table.write(line(row, defuse));
      count++;
    }
    const sha256 = table.finish();
    const note = new NewFile(beside);
    try {
      note.write(
        `${JSON.stringify({ file: basename(file), ...facts, columns: header, rows: count, sha256 }, null, 2)}\n`,
      );
      note.finish();
      table.publish();
      note.publish();
    } finally {
      note.discard();
    }
    return { rows: count, file, sha256 };
  } catch (error) {
    throw writingError(error, file);
  } finally {
    table.discard();
  }
}

function line(cells: readonly Cell[], defuse: (cell: string) => string): string {
  return `${csvLine(cells.map((cell) => (typeof cell === 'string' ? defuse(cell) : cell)))}\r\n`;
}

const CHUNK = 1 << 20;

/** A file that is written beside its place under another name and moved there once it is whole. */
class NewFile {
  private readonly path: string;
  private readonly draft: string;
  private readonly hash = createHash('sha256');
  private descriptor: number | null;
  private text = '';

  constructor(path: string) {
    this.path = path;
    this.draft = join(dirname(path), `.${basename(path)}.${process.pid}.partial`);
    try {
      rmSync(this.draft, { force: true });
      this.descriptor = openSync(this.draft, 'wx');
    } catch (error) {
      throw writingError(error, path);
    }
  }

  write(text: string): void {
    this.text += text;
    if (this.text.length >= CHUNK) this.flush();
  }

  /** Puts everything on the disk; answers with the SHA-256 of it in hexadecimal. */
  finish(): string {
    this.flush();
    if (this.descriptor !== null) fsyncSync(this.descriptor);
    this.close();
    return this.hash.digest('hex');
  }

  publish(): void {
    renameSync(this.draft, this.path);
  }

  /** Removes what was not published. */
  discard(): void {
    this.close();
    rmSync(this.draft, { force: true });
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

/** Writes all bytes, however many the system takes at a time. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}

/** Gives what the file system says a code and a hint; what is no fault of the file system is passed on. */
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
