import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelFolder, type OpenWorkspace } from '../../electron/engine/store/workspace.ts';
import type { PredictionSummary } from '../../shared/contract/prediction.ts';
import type { Target } from '../../shared/domain/finetune-config.ts';

interface ScoredPrediction {
  readonly run: string;
  readonly title?: string;
  readonly created?: number;
  readonly target: Target;
  readonly kind: PredictionSummary['kind'];
  readonly classes: readonly string[];
  /** Scores of each class by user; users without any are not scored. */
  readonly scores: Readonly<Record<string, readonly number[]>>;
}

const NONE = { value: 0, low: 0, high: 0 };

/** Inserts a prediction with its scores, without a model. */
export function addPrediction({ db, path }: OpenWorkspace, prediction: ScoredPrediction): void {
  const { run, title = '', created = 0, target, kind, classes, scores } = prediction;
  const scored = Object.keys(scores).length;
  const summary: PredictionSummary = {
    ...{ run, parent: null, target, kind, users: scored, scored, scoring: null, metric: 'accuracy' },
    ...{ model: NONE, linear: NONE, base: NONE, difference: NONE, verdict: 'maybe', pretrainedUntil: null, seconds: 0 },
  };
  db.prepare(
    "INSERT INTO all_runs (id, created, config, summary, kind, title) VALUES (?, ?, '{}', ?, 'prediction', ?)",
  ).run(run, created, JSON.stringify(summary), title);
  const add = db.prepare('INSERT INTO scores SELECT ?, id, ?, ? FROM users WHERE name = ?');
  for (const [user, values] of Object.entries(scores))
    values.forEach((value, index) => {
      add.run(run, index, value, user);
    });
  const empty = { float32: [] };
  const evaluation = {
    ...{ folds: 2, testCut: null, trainingCuts: [], model: {}, linear: {}, base: {} },
    ...{ calibration: { method: 'none', before: 0, after: 0 }, classes, confusion: { int32: [] }, curves: [] },
    ...{ truth: empty, predicted: empty },
  };
  mkdirSync(modelFolder(path, run), { recursive: true });
  writeFileSync(
    join(modelFolder(path, run), 'prediction.json'),
    JSON.stringify({ config: {}, evaluation, curve: { training: empty, validation: empty } }),
  );
}
