import type { Database } from 'better-sqlite3';

/** Sets the title and the note of a run; an undefined value leaves the stored one unchanged. */
export function renameRun(db: Database, run: string, title: string | undefined, note: string | undefined): void {
  const sql = 'UPDATE runs SET title = coalesce(?, title), note = coalesce(?, note) WHERE id = ?';
  db.prepare(sql).run(title ?? null, note ?? null, run);
}

/**
 * Deletes a run with its profiles, scores and maps; returns the number of deleted profiles, the ids of the deleted maps,
 * and those of the runs that were fine-tuned from it, which do not need it and stay.
 */
export function deleteRun(db: Database, run: string): { profiles: number; maps: string[]; children: string[] } {
  return db.transaction(() => {
    const count = db.prepare<[string], number>('SELECT count(*) FROM profiles WHERE run = ?').pluck();
    const profiles = count.get(run) ?? 0;
    const maps = mapsOf(db, run);
    const children = childrenOf(db, run);
    db.prepare('DELETE FROM runs WHERE id = ?').run(run);
    return { profiles, maps, children };
  })();
}

function childrenOf(db: Database, run: string): string[] {
  return db.prepare<[string], string>('SELECT id FROM runs WHERE parent = ? ORDER BY created').pluck().all(run);
}

function mapsOf(db: Database, run: string): string[] {
  return db.prepare<[string], string>('SELECT id FROM maps WHERE run = ? ORDER BY created').pluck().all(run);
}

/** Names of the segments that were drawn on a map of the run. */
export function segmentNamesOfRun(db: Database, run: string): string[] {
  const map = "coalesce(json_extract(definition, '$.lasso.map'), json_extract(definition, '$.cluster.map'))";
  const sql = `SELECT name FROM segments WHERE ${map} IN (SELECT id FROM maps WHERE run = ?) ORDER BY name`;
  return db.prepare<[string], string>(sql).pluck().all(run);
}
