import type { TrainState } from './train-state.ts';
import type { BatchSource } from './train-task.ts';

/** Yields the batches of a training from a state to its last epoch. */
export function* batchesFrom<Example>(
  source: Pick<BatchSource<Example, unknown>, 'epochs' | 'batches'>,
  { epoch: first, batch }: Pick<TrainState, 'epoch' | 'batch'>,
): Generator<readonly Example[], void> {
  for (let epoch = first, skip = batch; epoch < source.epochs; epoch++, skip = 0) yield* source.batches(epoch, skip);
}
