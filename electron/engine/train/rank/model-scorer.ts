import type { Weights } from '../../model/weights.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { scoresOf } from '../objective/forward-pass.ts';
import { nextEventExample } from '../objective/objective.ts';
import { targetBatchOf } from '../objective/target-batch.ts';
import type { Scorer } from './rank-batches.ts';

/** Returns a scorer of all tokens of the target field by a run's model. */
export function modelScorer(behaviours: Behaviours, config: RunConfig, weights: Weights): Scorer {
  return (cases) =>
    scoresOf(
      config,
      weights,
      targetBatchOf(cases.map(({ from, event }) => nextEventExample(behaviours, from, event, config))),
    );
}
