import type { Database } from 'better-sqlite3';

export interface SegmentRow {
  readonly id: number;
  readonly name: string;
  readonly created: number;
  /** JSON of the contract's `Definition`. */
  readonly definition: string;
  readonly size: number;
}

/** A segment that was deleted, with its members. */
export interface DeletedSegment extends SegmentRow {
  readonly members: Int32Array;
}

export function segmentRows(db: Database): SegmentRow[] {
  return db.prepare<[], SegmentRow>('SELECT id, name, created, definition, size FROM segments ORDER BY name').all();
}

/** Returns the names and sizes of the segments that contain a user, by name. */
export function segmentsOf(db: Database, user: number): Pick<SegmentRow, 'name' | 'size'>[] {
  const sql = `SELECT name, size FROM segments s
    WHERE EXISTS (SELECT 1 FROM segment_members m WHERE m.segment = s.id AND m.user = ?) ORDER BY name`;
  return db.prepare<[number], Pick<SegmentRow, 'name' | 'size'>>(sql).all(user);
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
    addMembers(db, Number(segment), members);
    return Number(segment);
  })();
}

/**
 * Adds a deleted segment again as it was, in place of one of the same name; under another id if its own is taken by now.
 * Members that the workspace no longer has are left out.
 */
export function restoreSegment(db: Database, { id, name, created, definition, members }: DeletedSegment): void {
  db.transaction(() => {
    deleteSegment(db, name);
    const isTaken = db.prepare<[number], number>('SELECT 1 FROM segments WHERE id = ?').pluck().get(id) === 1;
    const segment = db
      .prepare('INSERT INTO segments (id, name, created, definition, size) VALUES (?, ?, ?, ?, 0)')
      .run(isTaken ? null : id, name, created, definition).lastInsertRowid;
    addMembers(db, Number(segment), members);
    db.prepare(
      'UPDATE segments SET size = (SELECT count(*) FROM segment_members WHERE segment = segments.id) WHERE id = ?',
    ).run(segment);
  })();
}

/** Changes the stored definition of a segment; its members remain. */
export function setDefinition(db: Database, name: string, definition: string): void {
  db.prepare('UPDATE segments SET definition = ? WHERE name = ?').run(definition, name);
}

function addMembers(db: Database, segment: number, members: Int32Array): void {
  db.prepare(
    'INSERT INTO segment_members (segment, user) SELECT ?, value FROM json_each(?) WHERE value IN (SELECT id FROM users)',
  ).run(segment, JSON.stringify([...members]));
}

/** Deletes a segment; returns whether it existed. */
export function deleteSegment(db: Database, name: string): boolean {
  return db.prepare('DELETE FROM segments WHERE name = ?').run(name).changes > 0;
}
