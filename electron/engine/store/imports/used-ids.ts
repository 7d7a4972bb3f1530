import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { parseStored } from '../parse-json.ts';
import { greatestIds, type NumberedTable } from './undo-tables.ts';

const NAME = 'usedIds';
const Ids = z.record(z.string(), z.number());

/**
 * Saves the greatest used ids, so that ids freed by an undo are not reused: vocabularies of runs refer to items,
 * categories, brands and actions by id. Without any run, also a deleted one that can be restored, reuse is harmless.
 */
export function saveUsedIds(db: Database): void {
  if (db.prepare('SELECT 1 FROM all_runs').get() === undefined) return;
  const greatestUsedIds = Object.entries(greatestIds(db)).map(([table, id]) => [
    table,
    Math.max(id, usedIds(db)[table] ?? 0),
  ]);
  db.prepare('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)').run(
    NAME,
    JSON.stringify(Object.fromEntries(greatestUsedIds)),
  );
}

/** The greatest id of a table that must not be reused, although it may be free; 0 if there is none. */
export const lastUsedId = (db: Database, table: NumberedTable): number => usedIds(db)[table] ?? 0;

function usedIds(db: Database): Record<string, number> {
  const text = db.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck().get(NAME);
  return text === undefined ? {} : parseStored(Ids, text, 'the list of used ids');
}
