import type { Database } from 'better-sqlite3';
import { type PredictionRow, PredictionSummary } from '../../../../shared/contract/prediction.ts';
import { parseStored } from '../parse-json.ts';
import { runNotFound } from './run-not-found.ts';

interface Row {
  id: string;
  created: number;
  title: string;
  note: string;
  summary: string;
}

const SELECT = "SELECT id, created, title, note, summary FROM runs WHERE kind = 'prediction'";

/** All predictions, newest first. */
export function listPredictions(db: Database): PredictionRow[] {
  return db.prepare<[], Row>(`${SELECT} ORDER BY created DESC, length(id) DESC, id DESC`).all().map(predictionRow);
}

/** Updates the summary of an existing prediction. */
export function updatePrediction(db: Database, summary: PredictionSummary): void {
  db.prepare('UPDATE all_runs SET summary = ? WHERE id = ?').run(JSON.stringify(summary), summary.run);
}

/** Throws RUN_NOT_FOUND if there is no such run or it is not a prediction. */
export function getPrediction(db: Database, id: string): PredictionRow {
  const row = db.prepare<[string], Row>(`${SELECT} AND id = ?`).get(id);
  if (!row) throw runNotFound(id);
  return predictionRow(row);
}

function predictionRow({ id, summary, ...row }: Row): PredictionRow {
  return { ...parseStored(PredictionSummary, summary, `the summary of ${id}`), ...row };
}
