import type { PredictionRow } from '../../../shared/contract/prediction.ts';
import { namedPredictions, YES } from '../../../shared/domain/prediction-name.ts';
import { listPredictions } from '../store/models/predictions.ts';
import type { Workspace } from '../store/workspace.ts';
import { readPrediction } from './prediction-files.ts';

/** A prediction with stored scores, and its name in rules. */
export interface ScoredPrediction {
  readonly name: string;
  readonly run: string;
  readonly kind: PredictionRow['kind'];
  readonly row: PredictionRow;
}

/** Returns the newest prediction of each name that has stored scores, newest first. */
export function scoredPredictions({ db }: Workspace): ScoredPrediction[] {
  return Array.from(namedPredictions(listPredictions(db)), ([name, row]) => ({
    ...{ name, run: row.run, kind: row.kind, row },
  }));
}

/** Returns the class names of a prediction. */
export function classesOf(workspace: Workspace, run: string): readonly string[] {
  return readPrediction(workspace.path, run).evaluation.classes;
}

/** Returns the index of the class “yes” of a binary prediction; −1 for other predictions. */
export const yesClass = (classes: readonly string[]): number => (classes.length === 2 ? classes.indexOf(YES) : -1);
