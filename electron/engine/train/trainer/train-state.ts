import { z } from 'zod';

/** State of a training; random choices follow from the seed and these numbers, so nothing else need be saved. */
export const TrainState = z.object({
  /** Completed epochs, and completed batches of the current one. */
  epoch: z.coerce.number().int(),
  batch: z.coerce.number().int(),
  step: z.coerce.number().int(),
  /** Number of events trained on so far. */
  events: z.coerce.number(),
  /** Number of positions trained on so far, special tokens included, and number of padding positions. */
  tokens: z.coerce.number(),
  padding: z.coerce.number(),
  seconds: z.coerce.number(),
  /** Sum of the batch losses of the current epoch. */
  loss: z.coerce.number(),
  /** Validation metrics of the best epoch: NDCG@10, and loss in nats. */
  bestScore: z.coerce.number(),
  bestLoss: z.coerce.number(),
  bestEpoch: z.coerce.number().int(),
});
export type TrainState = z.infer<typeof TrainState>;

export const startState: TrainState = {
  epoch: 0,
  batch: 0,
  step: 0,
  events: 0,
  tokens: 0,
  padding: 0,
  seconds: 0,
  loss: 0,
  bestScore: -1,
  bestLoss: 1e30,
  bestEpoch: 0,
};

/**
 * Records an epoch if it is the best so far, by validation NDCG@10 over all items and, if equal, by lower loss; by loss
 * alone if there are no items to rank, and by training loss if nothing is held out. Returns whether it is the best.
 */
export function updateBest(
  state: TrainState,
  validation: Readonly<Record<string, number>> | null,
  trainingLoss: number,
): boolean {
  const score = validation?.['ndcg@10'] ?? 0;
  const loss = validation?.loss ?? trainingLoss;
  if (score < state.bestScore || (score === state.bestScore && loss >= state.bestLoss)) return false;
  Object.assign(state, { bestScore: score, bestLoss: loss, bestEpoch: state.epoch });
  return true;
}
