import type { Columns } from '../columns/columns.ts';
import { probabilityEdges } from '../columns/facets/bins.ts';
import type { PredictionFeature } from '../columns/facets/count-facets.ts';
import { classFeature, scoreFeature } from '../columns/facets/stored-features.ts';
import { classesOf, type ScoredPrediction, scoredPredictions, yesClass } from '../finetune/scored-predictions.ts';
import type { Workspace } from '../store/workspace.ts';

const PROBABILITY_BINS = 20;

/** Returns the features of all predictions with stored scores, except rankings. */
export function predictionFeatures(workspace: Workspace, columns: Columns): PredictionFeature[] {
  return scoredPredictions(workspace)
    .filter(({ kind }) => kind !== 'ranking')
    .map((prediction) => predictionFeature(workspace, columns, prediction));
}

function predictionFeature(
  workspace: Workspace,
  columns: Columns,
  { name, run, kind }: ScoredPrediction,
): PredictionFeature {
  const { db } = workspace;
  const classes = classesOf(workspace, run);
  const yes = yesClass(classes);
  const isProbability = kind === 'classes' && yes !== -1;
  if (!isProbability && kind !== 'number')
    return { name, run, classes: classFeature(db, columns, run, classes), scores: null };
  const edges = isProbability ? probabilityEdges(PROBABILITY_BINS) : undefined;
  const bins = scoreFeature(db, columns, { run, class: isProbability ? yes : 0 }, edges);
  return { name, run, classes: null, scores: bins && { bins, isProbability } };
}
