import { encoderCost } from '../../model/cost.ts';
import { shareWeights } from '../../model/shared-weights.ts';
import type { Weights } from '../../model/weights.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { evenBatches } from '../../sequence/batches.ts';
import { fitOf } from '../../sequence/build-sequence.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { inSharedMemory } from '../../sequence/shared-behaviours.ts';
import type { Pool } from '../../threads/pool.ts';
import { shared } from '../../threads/shared-memory.ts';
import { modelScorer } from './model-scorer.ts';
import { nothingYet, type Ranked, rankedFrom, smallEnough } from './rank.ts';
import { type Held, type Questions, rankBatches } from './rank-batches.ts';

interface Model {
  readonly config: RunConfig;
  readonly weights: Weights;
}

/** What it costs to rank one token, beside its score, in multiply-adds. */
const RANKING = 50;

/** `rankAll` by a run's model, on as many threads as the pool has. `tick` is told how many questions are answered. */
export async function rankByModel(
  { config, weights }: Model,
  behaviours: Behaviours,
  questions: Questions,
  first: number,
  pool: Pool,
  tick: (done: number) => void,
): Promise<Ranked> {
  const lengths = lengthsOf(behaviours, questions.held, config);
  const batches = smallEnough(questions, evenBatches(lengths));
  const found = nothingYet(questions, { first });
  const { train, encoder, target } = config;
  const positions = lengths.reduce((sum, length) => sum + length, 0);
  await pool.share(
    'evaluate.ranks',
    () => ({
      config: { train, encoder, target },
      weights: shareWeights(weights),
      behaviours: inSharedMemory(behaviours),
      questions: { ...questions, column: shared(questions.column) },
      batches,
      found,
    }),
    {
      counts: Int32Array.from(batches, (batch) => batch.length),
      multiplyAdds:
        positions * encoderCost(encoder) + questions.held.length * questions.tokens * (encoder.width + RANKING),
      do: rankBatches(questions, modelScorer(behaviours, config, weights), batches, found),
      tick,
    },
  );
  return rankedFrom(found);
}

/** Positions of what a model reads of each question. */
export function lengthsOf(behaviours: Behaviours, held: readonly Held[], { encoder }: RunConfig): Int32Array {
  return Int32Array.from(
    held,
    ({ from, event }) => fitOf(behaviours, { from, to: event + 1 }, encoder.length).positions,
  );
}
