import type { Database } from 'better-sqlite3';
import { HeadSummary } from '../../../shared/contract/finetune.ts';
import { runNotFound } from './run-not-found.ts';

interface Row {
  created: number;
  summary: string;
}

/** Heads, the newest first. */
export function listHeads(db: Database): (HeadSummary & { created: number })[] {
  const sql = "SELECT created, summary FROM runs WHERE kind = 'head' ORDER BY created DESC, length(id) DESC, id DESC";
  const rows = db.prepare<[], Row>(sql).all();
  return rows.map(({ created, summary }) => ({ ...HeadSummary.parse(JSON.parse(summary)), created }));
}

/** Keeps what a head that is there says of itself now. */
export function setHead(db: Database, summary: HeadSummary): void {
  db.prepare('UPDATE runs SET summary = ? WHERE id = ?').run(JSON.stringify(summary), summary.run);
}

/** Throws RUN_NOT_FOUND where there is no such run or it is no head. */
export function getHead(db: Database, id: string): HeadSummary {
  const sql = "SELECT created, summary FROM runs WHERE kind = 'head' AND id = ?";
  const row = db.prepare<[string], Row>(sql).get(id);
  if (!row) throw runNotFound(id);
  return HeadSummary.parse(JSON.parse(row.summary));
}
