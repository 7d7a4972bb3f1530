import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { RatingFigures } from '../../../../shared/contract/rating.ts';
import { Evaluation, type RunRow, TrainSummary } from '../../../../shared/contract/train.ts';
import { parseStored } from '../parse-json.ts';
import { runNotFound } from './run-not-found.ts';

interface Row {
  id: string;
  created: number;
  summary: string;
  evaluation: string | null;
  profiles: number;
  kind: RunRow['kind'];
  parent: string | null;
  title: string;
  note: string;
  data: string;
}

const SELECT = `SELECT id, created, kind, parent, title, note, data, summary, evaluation,
  (SELECT count(*) FROM profiles p WHERE p.run = r.id) profiles FROM runs r`;

/** Origin of a run: `data` is a hash of its training data, `parent` the run it was fine-tuned from. */
export interface RunOrigin {
  readonly kind?: 'behaviour' | 'text' | 'prediction';
  readonly parent?: string | null;
  readonly data: string;
}

/** Inserts a finished run; `summary` is the result of the job that made it. */
export function insertRun(
  db: Database,
  summary: { readonly run: string },
  config: unknown,
  { kind = 'behaviour', parent = null, data }: RunOrigin,
): void {
  db.prepare(
    'INSERT INTO all_runs (id, created, kind, parent, config, summary, data) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(summary.run, Date.now(), kind, parent, JSON.stringify(config), JSON.stringify(summary), data);
}

export function setEvaluation(db: Database, evaluation: Evaluation): void {
  db.prepare('UPDATE all_runs SET evaluation = ? WHERE id = ?').run(JSON.stringify(evaluation), evaluation.run);
}

/** Finished runs except predictions, newest first. */
export function listRuns(db: Database): RunRow[] {
  return db
    .prepare<[], Row>(`${SELECT} WHERE kind <> 'prediction' ORDER BY created DESC, length(id) DESC, id DESC`)
    .all()
    .map(runRow);
}

/** Whether a finished run of any kind has this id. */
export function isRun(db: Database, id: string): boolean {
  return db.prepare('SELECT 1 FROM runs WHERE id = ?').get(id) !== undefined;
}

/** Returns the settings with which a run was trained, as they are stored; null if there is no such run. */
export function runConfig(db: Database, id: string): unknown {
  const text = db.prepare<[string], string>('SELECT config FROM runs WHERE id = ?').pluck().get(id);
  return text === undefined ? null : parseStored(z.unknown(), text, `the settings of ${id}`);
}

/** Throws RUN_NOT_FOUND if no finished run of any kind has this id. */
export function requireRun(db: Database, id: string): void {
  if (!isRun(db, id)) throw runNotFound(id);
}

/** Returns one finished run that is not a prediction. Throws RUN_NOT_FOUND. */
export function getRun(db: Database, id: string): RunRow {
  const row = db.prepare<[string], Row>(`${SELECT} WHERE kind <> 'prediction' AND id = ?`).get(id);
  if (!row) throw runNotFound(id);
  return runRow(row);
}

function runRow({ summary, evaluation, ...row }: Row): RunRow {
  const place = `the summary of ${row.id}`;
  return {
    ...row,
    summary: parseStored(TrainSummary, summary, place),
    rating: parseStored(RatingFigures.nullable().catch(null), summary, place),
    evaluation: evaluation === null ? null : parseStored(Evaluation, evaluation, `the evaluation of ${row.id}`),
  };
}
