import type { Weights } from '../model/weights.ts';
import type { RunConfig } from '../runs/run-files.ts';
import { batchByLength } from '../sequence/batches.ts';
import type { Behaviours } from '../sequence/encode.ts';
import { type Dataset, heldOutCases } from './dataset.ts';
import { pairAccuracy } from './objective/pair-accuracy.ts';
import { rankingMetrics } from './rank/metrics.ts';
import { modelScorer } from './rank/model-scorer.ts';
import { rankAll } from './rank/rank.ts';
import { lengthsOf } from './rank/rank-by-model.ts';

/** Users validated after each epoch: enough to tell a better epoch from a worse one, few enough to be cheap. */
const VALIDATION_USERS = 1000;

/**
 * Returns a function that computes loss (nats) and ranking metrics on the validation targets of some users, or none if
 * the data has no items; and the accuracy of next-session prediction (`nextSession`), if the run trains it.
 */
export function validator(dataset: Dataset, behaviours: Behaviours, config: RunConfig, weights: Weights) {
  const testCases = config.target === 'item' ? heldOutCases(dataset, 'validation', VALIDATION_USERS) : [];
  const score = modelScorer(behaviours, config, weights);
  const column = behaviours.tokens[config.target];
  const tokens = config.encoder.sizes[config.target]!;
  const batches = batchByLength(lengthsOf(behaviours, testCases, config));
  return (): Record<string, number> => {
    const pairs = pairAccuracy(dataset, behaviours, config, weights, VALIDATION_USERS);
    const pairFigures = pairs === null ? {} : { nextSession: pairs };
    if (testCases.length === 0) return pairFigures;
    const { ranks, loss } = rankAll({ column, tokens, cases: testCases }, score, { loss: true, batches });
    return { ...(Number.isFinite(loss) ? { loss } : {}), ...rankingMetrics(ranks), ...pairFigures };
  };
}
