import type { Weights } from '../model/weights.ts';
import type { RunConfig } from '../runs/run-files.ts';
import { evenBatches } from '../sequence/batches.ts';
import type { Behaviours } from '../sequence/encode.ts';
import { type Dataset, heldOut } from './dataset.ts';
import { pairAccuracy } from './objective/pair-accuracy.ts';
import { rankingMetrics } from './rank/metrics.ts';
import { modelScorer } from './rank/model-scorer.ts';
import { rankAll } from './rank/rank.ts';
import { lengthsOf } from './rank/rank-by-model.ts';

/** Users asked after each epoch: enough to tell a better epoch from a worse one, few enough to cost little. */
const VALIDATION_USERS = 1000;

/**
 * Asks for loss (nats) and ranking metrics on the validation targets of some users, none where the data has no items; and how
 * often sessions that follow are told from others (`nextSession`), where the run learns that.
 */
export function validator(dataset: Dataset, behaviours: Behaviours, config: RunConfig, weights: Weights) {
  const held = config.target === 'item' ? heldOut(dataset, 'validation', VALIDATION_USERS) : [];
  const score = modelScorer(behaviours, config, weights);
  const column = behaviours.tokens[config.target];
  const tokens = config.encoder.sizes[config.target]!;
  const batches = evenBatches(lengthsOf(behaviours, held, config));
  return (): Record<string, number> => {
    const pairs = pairAccuracy(dataset, behaviours, config, weights, VALIDATION_USERS);
    const told = pairs === null ? {} : { nextSession: pairs };
    if (held.length === 0) return told;
    const { ranks, loss } = rankAll({ column, tokens, held }, score, { loss: true, batches });
    return { ...(Number.isFinite(loss) ? { loss } : {}), ...rankingMetrics(ranks), ...told };
  };
}
