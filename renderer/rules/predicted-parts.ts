import type { PredictionKind } from '../../shared/contract/prediction.ts';
import { YES } from '../../shared/domain/prediction-name.ts';
import type { PredictedPart } from './draft.ts';

/** Returns what conditions can compare of a prediction; everything while its kind is unknown. */
export function partsOfPrediction(kind: PredictionKind | undefined, classes: readonly string[]): PredictedPart[] {
  if (kind === undefined) return ['class', 'probability', 'number'];
  if (kind === 'number') return ['number'];
  return classes.includes(YES) ? ['number', 'class', 'probability'] : ['class', 'probability'];
}
