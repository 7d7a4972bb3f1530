import type { Predicted } from '../../../../shared/contract/portrait.ts';
import { readPrediction } from '../../finetune/prediction-files.ts';
import { type ScoredPrediction, scoredPredictions, yesClass } from '../../finetune/scored-predictions.ts';
import { dataVersion } from '../../store/imports/data-version.ts';
import { userScores } from '../../store/models/scores.ts';
import type { Workspace } from '../../store/workspace.ts';

/** Minimum number of events of a user for whom predictions are shown. */
const MIN_EVENTS = 5;

interface PredictionTerms {
  readonly key: string;
  readonly classes: readonly string[];
  readonly calibrated: boolean;
}

const cache = new Map<string, PredictionTerms>();

/** Returns the scores of a user by the newest prediction of each name. `events` is the user’s number of events. */
export function userPredictions(workspace: Workspace, user: number, events: number): Predicted[] {
  const { db } = workspace;
  const version = dataVersion(db);
  return scoredPredictions(workspace).map((prediction) => {
    const { run, kind, row } = prediction;
    const { classes, calibrated } = termsOf(workspace, prediction);
    const best = bestScore(userScores(db, run, user, Math.max(1, classes.length)), yesClass(classes));
    const isKnown = events >= MIN_EVENTS && best !== null;
    return {
      ...{ run, kind, calibrated, target: row.target, title: row.title },
      class: kind === 'number' || !isKnown ? null : (classes[best.index] ?? null),
      value: isKnown ? best.value : null,
      stale: row.scoring !== null && row.scoring.dataVersion !== version,
    };
  });
}

/**
 * Returns the score of the class “yes” of a binary prediction, otherwise the highest score; null if the user has none.
 */
function bestScore(values: Float64Array, yes: number): { index: number; value: number } | null {
  const known = [...values.keys()].filter((k) => !Number.isNaN(values[k]) && (yes === -1 || k === yes));
  const [first, ...others] = known;
  if (first === undefined) return null;
  const index = others.reduce((best, k) => (values[k]! > values[best]! ? k : best), first);
  return { index, value: values[index]! };
}

function termsOf({ path }: Workspace, { run, row }: ScoredPrediction): PredictionTerms {
  const key = `${row.created} ${row.scoring?.at ?? 0}`;
  const name = `${path} ${run}`;
  const cached = cache.get(name);
  if (cached?.key === key) return cached;
  const { evaluation } = readPrediction(path, run);
  const terms = { key, classes: evaluation.classes, calibrated: evaluation.calibration.method !== 'none' };
  cache.set(name, terms);
  return terms;
}
