import type { Database } from 'better-sqlite3';

/** Maximum number of deleted objects of a kind that can be restored. */
const MAX_DELETED = 20;

interface Deletion<Deleted> {
  readonly number: number;
  readonly deleted: Deleted;
}

/** Deleted objects of each open workspace, such as segments, by name; kept in memory only. */
export class Deletions<Deleted extends { readonly name: string }> {
  /** The newest last. */
  private readonly byWorkspace = new WeakMap<Database, readonly Deletion<Deleted>[]>();
  private lastNumber = 0;

  /** Stores a deleted object while the workspace is open. Returns a number that identifies it. */
  remember(db: Database, deleted: Deleted): number {
    const number = ++this.lastNumber;
    this.byWorkspace.set(db, [...this.of(db), { number, deleted }].slice(-MAX_DELETED));
    return number;
  }

  /** Returns the deleted object with this name and number, by default the last one of the name; null if there is none. */
  find(db: Database, name: string, number?: number): Deleted | null {
    const deletion = this.of(db).findLast(
      (entry) => entry.deleted.name === name && (number === undefined || entry.number === number),
    );
    return deletion?.deleted ?? null;
  }

  /** Removes an object from memory once it has been restored. */
  forget(db: Database, deleted: Deleted): void {
    this.byWorkspace.set(
      db,
      this.of(db).filter((entry) => entry.deleted !== deleted),
    );
  }

  private of(db: Database): readonly Deletion<Deleted>[] {
    return this.byWorkspace.get(db) ?? [];
  }
}
