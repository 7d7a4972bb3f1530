import type { Database } from 'better-sqlite3';
import { type InspectedTable, inspectTable } from '../detect/inspected-table.ts';
import { readTableStart, type TableStart } from '../detect/table-start.ts';
import type { OpenedTable } from '../open/opened-table.ts';
import { restoreCorrected } from '../rejected/correction.ts';
import { withRememberedMapping } from '../saved-presets/remember-mapping.ts';

/**
 * Applies what the workspace remembers of a table's source, and inspects the table. Corrected rejected rows are restored
 * to the form of their original file (`copy` is where they may be written), and columns that were imported before keep
 * their mapping.
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
