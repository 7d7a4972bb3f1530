import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { csvLine, escapeFormula } from '../../../shared/domain/csv.ts';
import { AtomicFile } from './atomic-file.ts';
import { requireReplaceable } from './require-replaceable.ts';
import { writingError } from './writing-error.ts';

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
 * its provenance as `<file>.manifest.json`. Each file is written completely under a temporary name and then renamed. It
 * replaces an earlier export of the same thing, and any other file only if `replace` is set. Throws FILE_EXISTS,
 * DISK_FULL and CANNOT_WRITE.
 */
export function writeExport(file: string, table: Table, replace = false): ExportSummary {
  try {
    if (!replace) requireReplaceable(file, manifestOf(file), table.facts);
    return writeTable(file, table);
  } catch (error) {
    throw writingError(error, file);
  }
}

const manifestOf = (file: string) => `${file}.manifest.json`;

function writeTable(file: string, { header, rows, facts, escapeCell = escapeFormula }: Table): ExportSummary {
  const hash = createHash('sha256');
  const table = new AtomicFile(file, hash);
  try {
    table.write(`\uFEFF${csvRow(header, escapeCell)}`);
    let count = 0;
    for (const row of rows) {
      table.write(csvRow(row, escapeCell));
      count++;
    }
    table.finish();
    const sha256 = hash.digest('hex');
    const manifest = new AtomicFile(manifestOf(file));
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
  } finally {
    table.discard();
  }
}

function csvRow(cells: readonly Cell[], escapeCell: (cell: string) => string): string {
  return `${csvLine(cells.map((cell) => (typeof cell === 'string' ? escapeCell(cell) : cell)))}\r\n`;
}
