import type { Weights } from '../../model/weights.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { scoresOf } from '../objective/forward-pass.ts';
import { nextExample } from '../objective/objective.ts';
import { questionOf } from '../objective/target-batch.ts';
import type { Scorer } from './rank-batches.ts';

/** How a run's model scores all tokens of its target field. */
export function modelScorer(behaviours: Behaviours, config: RunConfig, weights: Weights): Scorer {
  return (questions) =>
    scoresOf(
      config,
      weights,
      questionOf(questions.map(({ from, event }) => nextExample(behaviours, from, event, config))),
    );
}
