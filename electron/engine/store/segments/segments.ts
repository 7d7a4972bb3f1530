import type { Database } from 'better-sqlite3';

export interface SegmentRow {
  readonly id: number;
  readonly name: string;
  readonly created: number;
  /** JSON of the contract's `Definition`. */
  readonly definition: string;
  readonly size: number;
}

export function segmentRows(db: Database): SegmentRow[] {
  return db.prepare<[], SegmentRow>('SELECT id, name, created, definition, size FROM segments ORDER BY name').all();
}

export function segmentRow(db: Database, name: string): SegmentRow | null {
  const sql = 'SELECT id, name, created, definition, size FROM segments WHERE name = ?';
  return db.prepare<[string], SegmentRow>(sql).get(name) ?? null;
}

/** User ids of a segment, ascending. */
export function segmentMembers(db: Database, segment: number): Int32Array {
  const sql = 'SELECT user FROM segment_members WHERE segment = ? ORDER BY user';
  return Int32Array.from(db.prepare<[number], number>(sql).pluck().all(segment));
}

/** Saves a segment with its members in one transaction, replacing one of the same name; returns its id. */
export function saveSegment(db: Database, name: string, definition: string, members: Int32Array): number {
  return db.transaction(() => {
    deleteSegment(db, name);
    const segment = db
      .prepare('INSERT INTO segments (name, created, definition, size) VALUES (?, ?, ?, ?)')
      .run(name, Date.now(), definition, members.length).lastInsertRowid;
    const sql = 'INSERT INTO segment_members (segment, user) SELECT ?, value FROM json_each(?)';
    db.prepare(sql).run(segment, JSON.stringify([...members]));
    return Number(segment);
  })();
}

/** Deletes a segment; returns whether it existed. */
export function deleteSegment(db: Database, name: string): boolean {
  return db.prepare('DELETE FROM segments WHERE name = ?').run(name).changes > 0;
}
