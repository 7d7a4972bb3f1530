import type { HeadConfig } from '../../../shared/domain/finetune-config.ts';
import type { JobContext } from '../jobs/context.ts';
import { learningCost } from '../model/cost.ts';
import { shareWeights } from '../model/shared-weights.ts';
import type { TimeKind } from '../sequence/encode.ts';
import { inSharedMemory } from '../sequence/shared-behaviours.ts';
import type { Pool } from '../threads/pool.ts';
import { shared } from '../threads/shared-memory.ts';
import { type FactsOf, factsOf, inShared } from './examples.ts';
import type { Plan } from './fine-tuning-plan.ts';
import type { Ground } from './fit-split.ts';
import { type FitsInput, fitSplits, WHOLE } from './fits-task.ts';
import type { HeadCurve } from './head/train-head.ts';
import type { Part } from './judge/evaluate-head.ts';
import { frozenVectors, type Reading, type Scorer } from './scorer/scorer.ts';
import { type Split, withValidation } from './split.ts';

/** What was learnt of each split, and the head that says of everyone what was learnt. */
export interface Learnt {
  readonly parts: readonly Part[];
  readonly scorer: Scorer;
  readonly curve: HeadCurve;
}

/** One head a split and, after folds, one of all; they share the pool's threads. */
export async function learnAll(
  plan: Plan,
  reading: Reading,
  { histories, time }: { readonly histories: FactsOf; readonly time: TimeKind },
  config: HeadConfig,
  pool: Pool,
  context: JobContext,
): Promise<Learnt> {
  const { examples, labels } = plan;
  const frozen = config.frozen > reading.start.encoder.layers;
  const ground: Ground = {
    ...reading,
    ...{ examples, labels, config },
    facts: factsOf(histories, examples, time.dates),
    vectors: frozen ? await frozenVectors(reading, examples, pool, context.checkCancelled) : null,
  };
  const splits = plan.refit ? [...plan.splits, ofAll(plan, config)] : plan.splits;
  const { hooks, tick } = progressOf(context, splits.length);
  const fits = await pool.share('finetune.fits', () => forThreads(ground, splits), {
    counts: new Int32Array(splits.length).fill(WHOLE),
    multiplyAdds: costOf(ground) * splits.length,
    do: fitSplits(ground, splits, hooks),
    tick,
  });
  const parts = plan.splits.map((split, index) => ({ split, fitted: fits[index]! }));
  const { scorer, curve } = fits.at(-1)!;
  return { parts, scorer: scorer!, curve };
}

/** A split that tests nobody. */
function ofAll({ examples, labels }: Plan, { validationShare, seed }: HeadConfig): Split {
  const rows = Int32Array.from(examples.history.keys());
  return { ...withValidation(labels, rows, validationShare, seed), test: new Int32Array(0) };
}

function forThreads({ start, behaviours, examples, facts, vectors, ...rest }: Ground, splits: FitsInput['splits']) {
  const ground = {
    ...rest,
    behaviours: inSharedMemory(behaviours),
    examples: inShared(examples),
    facts: shared(facts),
    vectors: vectors && shared(vectors),
  };
  return { ground, splits, encoder: start.encoder, weights: vectors ? null : shareWeights(start.weights) };
}

/** Passes over the counts of an event that a linear model and its choice of settings take, each as slow as so many multiply-adds. */
const LINEAR = 1e4;

/** About what one split costs, in as many multiply-adds as kernels do meanwhile. */
function costOf({ behaviours, labels, config, start, vectors, history }: Ground): number {
  const { offsets, users } = behaviours;
  const events = users.reduce((sum, _, h) => sum + Math.min(history, offsets[h + 1]! - offsets[h]!), 0);
  const trained = vectors ? 0 : learningCost(start.encoder) * config.epochs * config.members;
  return events * (LINEAR * labels.names.length + trained);
}

/** Progress over all heads, one a split; its stage and loss are those of the head that this thread learns. */
function progressOf({ checkCancelled, progress }: JobContext, heads: number) {
  let stage: 'finetune.linear' | 'finetune.heads' = 'finetune.linear';
  let figures = {};
  return {
    hooks: {
      checkCancelled,
      onLinear() {
        stage = 'finetune.linear';
      },
      onStep(_share: number, loss: number) {
        stage = 'finetune.heads';
        if (Number.isFinite(loss)) figures = { loss };
      },
    },
    tick(done: number) {
      checkCancelled();
      progress({ stage, done: done / WHOLE, total: heads, unit: 'heads', figures });
    },
  };
}
