import type { PredictionEvaluation } from '../../../../shared/contract/prediction.ts';
import type { FinetuneConfig } from '../../../../shared/domain/finetune-config.ts';
import type { FineTuningPlan } from '../fine-tuning-plan.ts';
import type { SplitScores } from '../fit-split.ts';
import type { Labels } from '../labels/labels.ts';
import type { Split } from '../split.ts';
import { baseRate } from './base-rate.ts';
import { betterCalibration, type CalibratedPredictions } from './better-calibration.ts';
import { type Calibration, calibrate, calibrated } from './calibrate.ts';
import { type Comparison, compareWithBaselines } from './compare-with-baselines.ts';
import { evaluationOf } from './evaluation.ts';
import { probabilities } from './probabilities.ts';

/** A split with the scores of its validation and test rows. */
export interface FittedSplit {
  readonly split: Split;
  readonly scores: SplitScores;
}

/** The evaluation, and the calibration of the final model. */
export interface EvaluationResult {
  readonly evaluation: PredictionEvaluation;
  readonly comparison: Comparison;
  readonly calibration: Calibration;
}

/**
 * Evaluates the test rows of all splits together. The scores of each split are calibrated on its own validation rows.
 * The model that scores all users is calibrated on those too, or after cross-validation on all out-of-fold scores. A
 * calibration that was not requested by name and raises the expected calibration error of the test rows is not applied.
 */
export function evaluatePrediction(
  plan: FineTuningPlan,
  fittedSplits: readonly FittedSplit[],
  config: FinetuneConfig,
  checkCancelled: () => void,
): EvaluationResult {
  const { labels } = plan;
  const rows = Int32Array.from(fittedSplits.flatMap(({ split }) => [...split.test]));
  const calibrations = fittedSplits.map(({ split, scores }) =>
    calibrate(labels, split.validation, scores.validation, config.calibration),
  );
  const join = (select: (part: FittedSplit, i: number) => Float32Array) => concatenate(fittedSplits.map(select));
  const testScores = join(({ scores }) => scores.test);
  const uncalibrated = probabilities(labels, testScores);
  const candidate = {
    predictions: join(({ scores }, i) => calibrated(labels, calibrations[i]!, scores.test)),
    method: calibrations[0]!.method,
  };
  const chosen: CalibratedPredictions =
    config.calibration === 'auto' ? betterCalibration(labels, rows, uncalibrated, candidate) : candidate;
  const predictions = {
    model: chosen.predictions,
    linear: join(({ scores }) => probabilities(labels, scores.linear)),
    base: join(({ split }) => baseRate(labels, split.training, split.test.length)),
  };
  const comparison = compareWithBaselines(labels, rows, predictions, config.seed, checkCancelled);
  const testPredictions = { rows, predictions, uncalibrated, method: chosen.method };
  const { testCut, trainingCuts } = plan;
  const evaluation = {
    folds: fittedSplits.length,
    testCut,
    trainingCuts: [...trainingCuts],
    ...withRejected(evaluationOf(labels, testPredictions, comparison), chosen),
  };
  const method = chosen.method === 'none' ? 'none' : config.calibration;
  const calibration = plan.refit || method === 'none' ? calibrate(labels, rows, testScores, method) : calibrations[0]!;
  return { evaluation, comparison, calibration };
}

/** Adds the calibration that was not applied, if there is one. */
function withRejected<E extends Pick<PredictionEvaluation, 'calibration'>>(
  evaluation: E,
  { rejected }: CalibratedPredictions,
): E {
  return rejected ? { ...evaluation, calibration: { ...evaluation.calibration, rejected } } : evaluation;
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Keeps only the `count` highest values of each user in a ranking, in place: the others become NaN. */
export function keepTopRanked(
  { kind, names }: Pick<Labels, 'kind' | 'names'>,
  values: Float32Array,
  count: number,
): Float32Array {
  if (kind !== 'ranking' || names.length <= count) return values;
  for (let at = 0; at < values.length; at += names.length) {
    const userScores = values.subarray(at, at + names.length);
    const threshold = userScores.slice().sort()[names.length - count]!;
    for (let k = 0; k < userScores.length; k++) if (userScores[k]! < threshold) userScores[k] = Number.NaN;
  }
  return values;
}
