import type { Database } from 'better-sqlite3';
import { type InspectedTable, inspectTable } from '../detect/inspected-table.ts';
import { readTableStart, type TableStart } from '../detect/table-start.ts';
import type { OpenedTable } from '../open/opened-table.ts';
import { restoreCorrected } from '../rejected/correction.ts';
import { withRememberedMapping } from '../saved-presets/remember-mapping.ts';

/**
 * Inspects a table with the options remembered from earlier imports. Corrected rejected rows are converted back to the
 * format of their original file (into `copy` if necessary), and the columns of an earlier import keep their mapping.
 */
export function applyRememberedMapping(db: Database, opened: OpenedTable, copy: string): InspectedTable {
  const start = tryReadStart(opened);
  if (!start) return inspectTable(opened);
  const corrected = restoreCorrected(db, opened, start, copy);
  return corrected ? inspectTable(corrected) : inspectTable(withRememberedMapping(db, opened, start), start);
}

/** Returns null if the table cannot be split without its preset, or not at all: the inspection reports the error. */
function tryReadStart(opened: OpenedTable): TableStart | null {
  try {
    return readTableStart(opened.request.file, opened, null);
  } catch {
    return null;
  }
}
