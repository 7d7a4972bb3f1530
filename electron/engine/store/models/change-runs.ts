import type { Database } from 'better-sqlite3';
import { MAPS_OF_SEGMENTS } from '../segments/maps-of-segments.ts';

/** Sets the title and the note of a run; an undefined value leaves the stored one unchanged. */
export function renameRun(db: Database, run: string, title: string | undefined, note: string | undefined): void {
  const sql = 'UPDATE all_runs SET title = coalesce(?, title), note = coalesce(?, note) WHERE id = ?';
  db.prepare(sql).run(title ?? null, note ?? null, run);
}

/** Maps deleted with a run, and runs that remain. */
export interface RunDeletion {
  readonly profiles: number;
  /** Ids of its maps. */
  readonly maps: string[];
  /** Ids of the runs that were fine-tuned from it. They do not depend on it and remain. */
  readonly children: string[];
}

/**
 * Marks a run as deleted, with its profiles, scores and maps. Only `restoreRun` and `removeDeletedRuns` read marked
 * runs.
 */
export function markRunDeleted(db: Database, run: string): RunDeletion {
  return db.transaction(() => {
    const count = db.prepare<[string], number>('SELECT count(*) FROM profiles WHERE run = ?').pluck();
    const deletion: RunDeletion = {
      profiles: count.get(run) ?? 0,
      maps: mapsOf(db, run),
      children: childrenOf(db, run),
    };
    db.prepare('INSERT INTO deleted_runs (run) VALUES (?)').run(run);
    return deletion;
  })();
}

/** Removes the deletion mark of a run. Returns whether it had one. */
export function restoreRun(db: Database, run: string): boolean {
  return db.prepare('DELETE FROM deleted_runs WHERE run = ?').run(run).changes > 0;
}

/** Returns the ids of the runs and searches that are marked as deleted. */
export function deletedRuns(db: Database): string[] {
  return db.prepare<[], string>('SELECT run FROM deleted_runs').pluck().all();
}

/** Permanently removes the runs that are marked as deleted. */
export function removeDeletedRuns(db: Database): void {
  db.transaction(() => {
    db.exec('DELETE FROM all_runs WHERE id IN (SELECT run FROM deleted_runs); DELETE FROM deleted_runs');
  })();
}

/** Permanently removes a run with its profiles, scores and maps. */
export function removeRun(db: Database, run: string): void {
  db.prepare('DELETE FROM all_runs WHERE id = ?').run(run);
}

function childrenOf(db: Database, run: string): string[] {
  return db.prepare<[string], string>('SELECT id FROM runs WHERE parent = ? ORDER BY created').pluck().all(run);
}

function mapsOf(db: Database, run: string): string[] {
  return db.prepare<[string], string>('SELECT id FROM maps WHERE run = ? ORDER BY created').pluck().all(run);
}

/** Returns the names of the segments that refer to a map of the run. */
export function segmentNamesOfRun(db: Database, run: string): string[] {
  const sql = `SELECT DISTINCT segment FROM (${MAPS_OF_SEGMENTS})
    WHERE map IN (SELECT id FROM maps WHERE run = ?) ORDER BY segment`;
  return db.prepare<[string], string>(sql).pluck().all(run);
}
