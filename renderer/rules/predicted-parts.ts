import type { PredictionKind } from '../../shared/contract/prediction.ts';
import { YES } from '../../shared/domain/prediction-name.ts';
import type { PredictedPart } from './draft.ts';

/**
 * Returns the parts of a prediction that conditions can compare; all parts while the kind of the prediction is unknown.
 */
export function partsOfPrediction(kind: PredictionKind | undefined, classes: readonly string[]): PredictedPart[] {
  if (kind === undefined) return ['class', 'probability', 'number'];
  if (kind === 'number') return ['number'];
  return classes.includes(YES) ? ['number', 'class', 'probability'] : ['class', 'probability'];
}
