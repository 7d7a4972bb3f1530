import type { FinetuneConfig } from '../../../shared/domain/finetune-config.ts';
import type { JobContext } from '../jobs/context.ts';
import { trainingCost } from '../model/cost.ts';
import { shareWeights } from '../model/shared-weights.ts';
import type { TimeKind } from '../sequence/encode.ts';
import { inSharedMemory } from '../sequence/shared-behaviours.ts';
import type { Pool } from '../threads/pool.ts';
import { toShared } from '../threads/shared-memory.ts';
import type { FittedSplit } from './evaluate/evaluate-prediction.ts';
import { type FactColumns, factsOf, shareExamples } from './examples.ts';
import type { FineTuningPlan } from './fine-tuning-plan.ts';
import type { FitContext } from './fit-split.ts';
import { type FitsInput, fitsTask, PROGRESS_SCALE, splitFitter } from './fits-task.ts';
import type { HeadCurve } from './head/train-head.ts';
import { type EncoderInput, frozenVectors, type Scorer } from './scorer/scorer.ts';
import { type Split, withValidation } from './split.ts';

/** The fitted splits, and the scorer and curve of the last fit, which scores all users. */
export interface FineTuningResult {
  readonly fittedSplits: readonly FittedSplit[];
  readonly scorer: Scorer;
  readonly curve: HeadCurve;
}

/**
 * Fits one scorer per split and, after cross-validation, one on all examples, in parallel on the pool's threads.
 * `partsFolder` is where finished parts are saved and read; null if they are not.
 */
export async function fitAllSplits(
  plan: FineTuningPlan,
  encoderInput: EncoderInput,
  { histories, time }: { readonly histories: FactColumns; readonly time: TimeKind },
  config: FinetuneConfig,
  pool: Pool,
  context: JobContext,
  partsFolder: string | null = null,
): Promise<FineTuningResult> {
  const { examples, labels } = plan;
  const frozen = config.frozen > encoderInput.baseEncoder.encoder.layers;
  const fitContext: FitContext = {
    ...encoderInput,
    examples,
    labels,
    config,
    facts: factsOf(histories, examples, time.dates),
    partsFolder,
    vectors: frozen ? await frozenVectors(encoderInput, examples, pool, context.checkCancelled) : null,
  };
  const splits = plan.refit ? [...plan.splits, splitOfAll(plan, config)] : plan.splits;
  const { hooks, onProgress } = progressOf(context, splits.length);
  const fits = await pool.share(fitsTask, () => threadInput(fitContext, splits), {
    counts: new Int32Array(splits.length).fill(PROGRESS_SCALE),
    multiplyAdds: costOf(fitContext) * splits.length,
    do: splitFitter(fitContext, splits, hooks),
    tick: onProgress,
  });
  const fittedSplits = plan.splits.map((split, index) => ({ split, scores: fits[index]! }));
  const { scorer, curve } = fits.at(-1)!;
  return { fittedSplits, scorer: scorer!, curve };
}

/** Returns a split with all examples and an empty test set. */
function splitOfAll({ examples, labels }: FineTuningPlan, { validationShare, seed }: FinetuneConfig): Split {
  const rows = Int32Array.from(examples.history.keys());
  return { ...withValidation(labels, rows, validationShare, seed), test: new Int32Array(0) };
}

function threadInput(
  { baseEncoder, behaviours, examples, facts, vectors, ...rest }: FitContext,
  splits: FitsInput['splits'],
) {
  const fitContext = {
    ...rest,
    behaviours: inSharedMemory(behaviours),
    examples: shareExamples(examples),
    facts: toShared(facts),
    vectors: vectors && toShared(vectors),
  };
  return {
    fitContext,
    splits,
    encoder: baseEncoder.encoder,
    weights: vectors ? null : shareWeights(baseEncoder.weights),
  };
}

/**
 * Estimated cost of the linear model, including the search over its settings, in multiply-adds per event and output.
 */
const LINEAR_COST = 1e4;

/** Returns the estimated cost of fitting one split, in multiply-adds of the kernels. */
function costOf({ behaviours, labels, config, baseEncoder, vectors, history }: FitContext): number {
  const { offsets, users } = behaviours;
  const events = users.reduce((sum, _, h) => sum + Math.min(history, offsets[h + 1]! - offsets[h]!), 0);
  const trained = vectors ? 0 : trainingCost(baseEncoder.encoder) * config.epochs * config.members;
  return events * (LINEAR_COST * labels.names.length + trained);
}

/** Reports progress over all splits; stage and loss are of the split that this thread is fitting. */
function progressOf({ checkCancelled, progress }: JobContext, splitCount: number) {
  let stage: 'finetune.linear' | 'finetune.models' = 'finetune.linear';
  let figures = {};
  return {
    hooks: {
      checkCancelled,
      onLinear() {
        stage = 'finetune.linear';
      },
      onStep(_share: number, loss: number) {
        stage = 'finetune.models';
        if (Number.isFinite(loss)) figures = { loss };
      },
    },
    onProgress(done: number) {
      checkCancelled();
      progress({ stage, done: done / PROGRESS_SCALE, total: splitCount, unit: 'splits', figures });
    },
  };
}
