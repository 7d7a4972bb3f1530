import type { Database } from 'better-sqlite3';
import { Evaluation, type RunRow, TrainSummary } from '../../../shared/contract/train.ts';
import { runNotFound } from './run-not-found.ts';

interface Row {
  id: string;
  created: number;
  summary: string;
  evaluation: string | null;
  profiles: number;
  title: string;
  note: string;
  data: string;
}

const SELECT = `SELECT id, created, title, note, data, summary, evaluation,
  (SELECT count(*) FROM profiles p WHERE p.run = r.id) profiles FROM runs r`;

export function insertRun(db: Database, summary: TrainSummary, config: unknown): void {
  db.prepare('INSERT INTO runs (id, created, config, summary) VALUES (?, ?, ?, ?)').run(
    summary.run,
    Date.now(),
    JSON.stringify(config),
    JSON.stringify(summary),
  );
}

export function setEvaluation(db: Database, evaluation: Evaluation): void {
  db.prepare('UPDATE runs SET evaluation = ? WHERE id = ?').run(JSON.stringify(evaluation), evaluation.run);
}

/** Finished runs, the newest first. */
export function listRuns(db: Database): RunRow[] {
  return db.prepare<[], Row>(`${SELECT} ORDER BY created DESC, length(id) DESC, id DESC`).all().map(runRow);
}

/** One finished run. Throws RUN_NOT_FOUND. */
export function getRun(db: Database, id: string): RunRow {
  const row = db.prepare<[string], Row>(`${SELECT} WHERE id = ?`).get(id);
  if (!row) throw runNotFound(id);
  return runRow(row);
}

function runRow({ summary, evaluation, ...row }: Row): RunRow {
  return {
    ...row,
    summary: TrainSummary.parse(JSON.parse(summary)),
    evaluation: evaluation === null ? null : Evaluation.parse(JSON.parse(evaluation)),
  };
}
