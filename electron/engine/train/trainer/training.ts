import { disposeWeights, type Weights } from '../../model/weights.ts';
import { copyWeights } from './average.ts';
import { Adam } from './optimiser.ts';
import { startState, type TrainState } from './train-state.ts';

/** A model under training. */
export interface Training {
  readonly weights: Weights;
  /** Weights averaged over the last epochs, if the training averages them. */
  readonly average?: Weights;
  readonly adam: Adam;
  readonly state: TrainState;
}

/** Starts a training of these weights; averages them if `averaging` is not 0. The caller disposes of it. */
export function startTraining(weights: Weights, averaging: number): Training {
  const average = averaging > 0 ? { average: copyWeights(weights) } : {};
  return { weights, ...average, adam: new Adam(weights), state: startState };
}

/** Returns the weights that the training results in. */
export const resultOf = ({ weights, average }: Training): Weights => average ?? weights;

export function disposeTraining({ weights, average, adam }: Training): void {
  disposeWeights(weights);
  disposeWeights(average ?? {});
  adam.dispose();
}
