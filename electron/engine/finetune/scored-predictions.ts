import type { PredictionRow } from '../../../shared/contract/prediction.ts';
import { listPredictions } from '../store/models/predictions.ts';
import type { Workspace } from '../store/workspace.ts';
import { readPrediction } from './prediction-files.ts';

/** Name of the positive class of a binary prediction. */
export const YES = 'yes';

/** A prediction with stored scores, and the name by which rules refer to it. */
export interface ScoredPrediction {
  readonly name: string;
  readonly run: string;
  readonly kind: PredictionRow['kind'];
  readonly row: PredictionRow;
}

/** Returns the newest prediction with stored scores of each name, the newest first. */
export function scoredPredictions({ db }: Workspace): ScoredPrediction[] {
  const byName = new Map<string, ScoredPrediction>();
  for (const row of listPredictions(db)) {
    if (row.scored === 0 || row.target.kind === 'rating') continue;
    const name = nameOf(row);
    if (!byName.has(name)) byName.set(name, { name, run: row.run, kind: row.kind, row });
  }
  return [...byName.values()];
}

/**
 * Returns the title of a prediction or, without one, its attribute or the kind of its target: `returns`, `buys`,
 * `spend` or `next`.
 */
function nameOf({ title, target }: PredictionRow): string {
  if (title !== '') return title;
  return target.kind === 'attribute' ? target.attribute : target.kind;
}

/** Returns the class names of a prediction. */
export function classesOf(workspace: Workspace, run: string): readonly string[] {
  return readPrediction(workspace.path, run).evaluation.classes;
}

/** Returns the index of the class “yes”; −1 if there is none. */
export const yesClass = (classes: readonly string[]): number => (classes.length === 2 ? classes.indexOf(YES) : -1);
