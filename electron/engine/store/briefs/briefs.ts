import type { Database } from 'better-sqlite3';
import { Brief } from '../../../../shared/contract/brief.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { parseStored } from '../parse-json.ts';

/** A brief before it is stored. */
export type BriefContent = Omit<Brief, 'brief' | 'created'>;

const Content = Brief.omit({ brief: true, created: true });

interface Row {
  readonly id: string;
  readonly created: number;
  readonly content: string;
}

/** Inserts a brief and returns its id. */
export function insertBrief(db: Database, content: BriefContent): string {
  const last =
    db.prepare<[], number>('SELECT coalesce(max(cast(substr(id, 7) AS INTEGER)), 0) FROM briefs').pluck().get() ?? 0;
  const id = `brief-${last + 1}`;
  db.prepare('INSERT INTO briefs (id, created, content) VALUES (?, ?, ?)').run(id, Date.now(), JSON.stringify(content));
  return id;
}

const ORDER = 'ORDER BY created DESC, length(id) DESC, id DESC';

interface ListedBrief {
  readonly brief: string;
  readonly created: number;
}

/** All briefs, the newest first. */
export function listBriefs(db: Database): ListedBrief[] {
  return db.prepare<[], ListedBrief>(`SELECT id brief, created FROM briefs WHERE deleted = 0 ${ORDER}`).all();
}

/** Returns a brief, by default the newest; null if there is none. Throws BRIEF_NOT_FOUND. */
export function readBrief(db: Database, id: string | undefined): Brief | null {
  const [newest] = id === undefined ? listBriefs(db) : [{ brief: id }];
  if (!newest) return null;
  const row = db
    .prepare<[string], Row>('SELECT id, created, content FROM briefs WHERE id = ? AND deleted = 0')
    .get(newest.brief);
  if (!row) throw briefNotFound(newest.brief);
  return { brief: row.id, created: row.created, ...parseStored(Content, row.content, row.id) };
}

/** Marks a brief as deleted, or removes the mark. Returns whether the mark has changed. */
export function markBriefDeleted(db: Database, id: string, deleted: boolean): boolean {
  return (
    db.prepare('UPDATE briefs SET deleted = ? WHERE id = ? AND deleted <> ?').run(+deleted, id, +deleted).changes > 0
  );
}

/** Permanently removes the briefs that are marked as deleted. */
export function removeDeletedBriefs(db: Database): void {
  db.exec('DELETE FROM briefs WHERE deleted = 1');
}

export function briefNotFound(id: string): PortraitError {
  return new PortraitError({
    code: 'BRIEF_NOT_FOUND',
    message: `This workspace has no brief ${id}.`,
    hint: 'Choose one from the list of briefs, or make one.',
    details: { brief: id },
  });
}
