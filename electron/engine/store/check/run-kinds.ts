import type { Database } from 'better-sqlite3';

/** Returns the ids and the kinds of all runs. */
export function runKinds(db: Database): { id: string; kind: 'behaviour' | 'text' | 'prediction' }[] {
  return db.prepare<[], { id: string; kind: 'behaviour' | 'text' | 'prediction' }>('SELECT id, kind FROM runs').all();
}
