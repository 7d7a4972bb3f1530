import type { PredictionEvaluation } from '../../../../shared/contract/prediction.ts';
import type { Labels } from '../labels/labels.ts';
import type { Calibration } from './calibrate.ts';
import { metricsOf } from './metrics.ts';

/** Probabilities of the test rows, and the calibration that they are from. */
export interface CalibratedPredictions {
  readonly predictions: Float32Array;
  readonly method: Calibration['method'];
  /** A calibration that was not applied, with the expected calibration error that it would have. */
  readonly rejected?: NonNullable<PredictionEvaluation['calibration']['rejected']>;
}

/**
 * Returns the candidate, or the uncalibrated probabilities if their expected calibration error on the test rows is
 * lower. In cross-validation these are all rows, each scored and calibrated without its own fold. The choice is between
 * two, so that it makes the error look hardly better than it is.
 */
export function betterCalibration(
  labels: Labels,
  rows: Int32Array,
  uncalibrated: Float32Array,
  candidate: CalibratedPredictions,
): CalibratedPredictions {
  const { method } = candidate;
  if (method === 'none') return candidate;
  const ones = new Uint8Array(rows.length).fill(1);
  const errorOf = (chances: Float32Array) => metricsOf(labels, rows, chances)(ones).calibrationError ?? 0;
  const error = errorOf(candidate.predictions);
  if (error <= errorOf(uncalibrated)) return candidate;
  return { predictions: uncalibrated, method: 'none', rejected: { method, error } };
}
