import type { Database } from 'better-sqlite3';
import type { DeletedSegment } from '../store/segments/segments.ts';

/** Number of deleted segments that can be restored. */
const MAX_DELETED = 20;

/** The last deleted segments of each open workspace, the newest last; in memory only. */
const deletedSegments = new WeakMap<Database, readonly DeletedSegment[]>();

/** Remembers a deleted segment while the workspace is open, so that its deletion can be undone. */
export function rememberDeleted(db: Database, segment: DeletedSegment): void {
  deletedSegments.set(db, [...(deletedSegments.get(db) ?? []), segment].slice(-MAX_DELETED));
}

/** Returns the last deleted segment of a name and forgets it; null if there is none. */
export function takeDeleted(db: Database, name: string): DeletedSegment | null {
  const segments = deletedSegments.get(db) ?? [];
  const deleted = segments.findLast((segment) => segment.name === name);
  deletedSegments.set(
    db,
    segments.filter((segment) => segment !== deleted),
  );
  return deleted ?? null;
}
