import type { Database } from 'better-sqlite3';
import type { OpenedTable } from '../open/opened-table.ts';
import { restoreCorrected } from '../rejected/correction.ts';
import { withRememberedMapping } from '../saved-presets/remember-mapping.ts';

/**
 * Applies what the workspace remembers of a table's source: corrected rejected rows are restored to the form of their
 * original file (`copy` is where they may be written), and columns that were imported before keep their mapping.
 */
export function applyRememberedMapping(db: Database, opened: OpenedTable, copy: string): OpenedTable {
  return withRememberedMapping(db, restoreCorrected(db, opened, copy));
}
