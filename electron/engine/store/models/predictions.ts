import type { Database } from 'better-sqlite3';
import { type HeadRow, HeadSummary } from '../../../../shared/contract/finetune.ts';
import { runNotFound } from './run-not-found.ts';

interface Row {
  created: number;
  title: string;
  note: string;
  summary: string;
}

const SELECT = "SELECT created, title, note, summary FROM runs WHERE kind = 'head'";

/** Heads, the newest first. */
export function listHeads(db: Database): HeadRow[] {
  return db.prepare<[], Row>(`${SELECT} ORDER BY created DESC, length(id) DESC, id DESC`).all().map(headRow);
}

/** Keeps what a head that is there says of itself now. */
export function setHead(db: Database, summary: HeadSummary): void {
  db.prepare('UPDATE runs SET summary = ? WHERE id = ?').run(JSON.stringify(summary), summary.run);
}

/** Throws RUN_NOT_FOUND where there is no such run or it is no head. */
export function getHead(db: Database, id: string): HeadRow {
  const row = db.prepare<[string], Row>(`${SELECT} AND id = ?`).get(id);
  if (!row) throw runNotFound(id);
  return headRow(row);
}

function headRow({ summary, ...row }: Row): HeadRow {
  return { ...HeadSummary.parse(JSON.parse(summary)), ...row };
}
