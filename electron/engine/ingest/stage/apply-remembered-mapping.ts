import type { Database } from 'better-sqlite3';
import type { Opened } from '../open/opened-table.ts';
import { corrected } from '../rejected/correction.ts';
import { recalled } from '../saved-presets/remember-mapping.ts';

/**
 * A table asked for as the workspace knows of its source: rejected rows that come back corrected are as they were in their
 * file (`copy` is where they may be written), and columns that were imported before mean what they meant then.
 */
export function askedFor(db: Database, opened: Opened, copy: string): Opened {
  return recalled(db, corrected(db, opened, copy));
}
