import type { Database } from 'better-sqlite3';
import type { DeletedSegment } from '../store/segments/segments.ts';

/** Number of deleted segments that can be restored. */
const MAX_DELETED = 20;

interface Remembered {
  readonly number: number;
  readonly segment: DeletedSegment;
}

/** The last deleted segments of each open workspace, the newest last; in memory only. */
const deletedSegments = new WeakMap<Database, readonly Remembered[]>();

let lastNumber = 0;

/** Remembers a deleted segment while the workspace is open, and returns a number by which it is found. */
export function rememberDeleted(db: Database, segment: DeletedSegment): number {
  const number = ++lastNumber;
  deletedSegments.set(db, [...(deletedSegments.get(db) ?? []), { number, segment }].slice(-MAX_DELETED));
  return number;
}

/** Returns a deleted segment of a name, by default the last one, and forgets it; null if there is none. */
export function takeDeleted(db: Database, name: string, number?: number): DeletedSegment | null {
  const remembered = deletedSegments.get(db) ?? [];
  const deleted = remembered.findLast(
    (entry) => entry.segment.name === name && (number === undefined || entry.number === number),
  );
  deletedSegments.set(
    db,
    remembered.filter((entry) => entry !== deleted),
  );
  return deleted?.segment ?? null;
}
