import type { Database } from 'better-sqlite3';
import type { Identity } from '../../../../shared/contract/import-records.ts';

/** An alternative name of a user. */
export interface Alias {
  readonly alias: string;
  readonly user: string;
}

export function eachAlias(db: Database): IterableIterator<Alias> {
  return db.prepare<[], Alias>('SELECT alias, user FROM identities').iterate();
}

/** Returns a function that stores an alias of a user; an alias that is already assigned keeps its user. */
export function aliasWriter(db: Database, id: number): (alias: string, user: string) => void {
  const write = db.prepare('INSERT OR IGNORE INTO identities (alias, user, import) VALUES (?, ?, ?)');
  return (alias, user) => void write.run(alias, user, id);
}

/** A page of all aliases, ordered by user, and their total number. */
export function listIdentities(db: Database, offset: number, limit: number): { total: number; rows: Identity[] } {
  const total = db.prepare<[], number>('SELECT count(*) FROM identities').pluck().get() ?? 0;
  const sql = 'SELECT alias, user, import FROM identities ORDER BY user, alias LIMIT ? OFFSET ?';
  return { total, rows: db.prepare<[number, number], Identity>(sql).all(limit, offset) };
}
