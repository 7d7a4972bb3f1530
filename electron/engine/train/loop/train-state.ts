import { z } from 'zod';

/** Where a training stands; random choices follow from the seed and these numbers, so nothing else need be kept. */
export const TrainState = z.object({
  /** Epochs that have ended, and batches learnt from since. */
  epoch: z.coerce.number().int(),
  batch: z.coerce.number().int(),
  step: z.coerce.number().int(),
  /** Behaviours learnt from so far. */
  events: z.coerce.number(),
  /** Positions learnt from so far, special tokens included, and those that were padding beside them. */
  tokens: z.coerce.number(),
  padding: z.coerce.number(),
  seconds: z.coerce.number(),
  /** Sum of the losses of the epoch's batches so far. */
  loss: z.coerce.number(),
  /** What validation said of the best epoch: NDCG@10, and its loss in nats. */
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
 * Takes note of an epoch that is the best so far by all-item NDCG@10 on validation, the lower loss among equals; by the loss
 * alone where there are no items to rank, and by that of training where nothing was held out. Gives whether it is.
 */
export function noteBest(
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
