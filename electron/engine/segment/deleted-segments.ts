import type { Database } from 'better-sqlite3';
import type { DeletedSegment } from '../store/segments/segments.ts';

/** Maximum number of deleted segments that can be restored. */
const MAX_DELETED = 20;

interface Remembered {
  readonly number: number;
  readonly segment: DeletedSegment;
}

/** Deleted segments of each open workspace, the newest last; kept in memory only. */
const deletedSegments = new WeakMap<Database, readonly Remembered[]>();

let lastNumber = 0;

/** Stores a deleted segment in memory while the workspace is open. Returns a number that identifies it. */
export function rememberDeleted(db: Database, segment: DeletedSegment): number {
  const number = ++lastNumber;
  deletedSegments.set(db, [...(deletedSegments.get(db) ?? []), { number, segment }].slice(-MAX_DELETED));
  return number;
}

/**
 * Returns the deleted segment with this name and number; by default, the one of this name that was deleted last. Null
 * if there is none.
 */
export function deletedSegment(db: Database, name: string, number?: number): DeletedSegment | null {
  const deleted = (deletedSegments.get(db) ?? []).findLast(
    (entry) => entry.segment.name === name && (number === undefined || entry.number === number),
  );
  return deleted?.segment ?? null;
}

/** Removes a deleted segment from memory after it has been restored. */
export function forgetDeleted(db: Database, segment: DeletedSegment): void {
  deletedSegments.set(
    db,
    (deletedSegments.get(db) ?? []).filter((entry) => entry.segment !== segment),
  );
}
