import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { HeadConfig } from '../../../shared/domain/finetune-config.ts';
import { ratingPreset, ratingSteps } from '../../../shared/domain/text-presets.ts';
import type { JobContext, JobFunction } from '../jobs/context.ts';
import { startBackend } from '../model/backends/index.ts';
import { disposeWeights } from '../model/weights.ts';
import { readTexts } from '../store/events/texts.ts';
import { threadsFor } from '../threads/with-pool.ts';
import { Adam } from '../train/loop/optimiser.ts';
import { startState } from '../train/loop/train-state.ts';
import { beginTexts, fitTexts } from './fit-text-heads.ts';
import { configureTexts, noTexts, untrainedTexts } from './new-text-run.ts';
import { pretrainTexts } from './pretrain-texts.ts';
import { ratedTexts } from './rated-texts.ts';
import { apartFrom } from './split-texts.ts';
import { linearTexts, termsOf } from './text-terms.ts';
import { timeSteps } from './time-steps.ts';
import { ratingCost } from './train-ratings.ts';
import { heldLoss } from './validation-loss.ts';

type Lesson = Parsed<'text.estimate'>;
type Estimate = Output<'text.estimate'>;

/** Takes some steps of a training on texts that is thrown away. Throws what that training would throw before its first step. */
export const estimateTextJob: JobFunction<Lesson, Estimate> = async (input, context) => {
  await startBackend();
  return input.learn === 'words' ? estimateWords(input, context) : estimateRatings(input, context);
};

async function estimateWords({ actions, config }: Lesson & { learn: 'words' }, context: JobContext): Promise<Estimate> {
  const { db } = context.workspace;
  const which = actions ?? null;
  const { texts } = readTexts(db, which);
  if (texts.length === 0) throw noTexts(db, which);
  const { config: run, sequences } = configureTexts(texts, config, which);
  const { training, held } = apartFrom(sequences);
  const weights = untrainedTexts(run);
  const adam = new Adam(weights);
  try {
    const learner = { ...run, weights, adam };
    const rest = { onEpoch: () => {}, onCheckpoint: () => {} };
    const { perStep, measured } = await timeSteps(
      (hooks) => pretrainTexts(learner, training, startState, { ...rest, ...hooks }),
      context.checkCancelled,
    );
    const judging = secondsOf(() => heldLoss(learner, held));
    const { epochs, batchSize } = run.train;
    const steps = epochs * Math.ceil(training.length / batchSize);
    return { texts: texts.length, steps, seconds: steps * perStep + (epochs + 1) * judging, measured };
  } finally {
    disposeWeights(weights);
    adam.dispose();
  }
}

/** Texts that the regression is timed on: its passes take as long as there are texts. */
const TIMED = 1000;

async function estimateRatings(
  { actions, run, config: asked }: Lesson & { learn: 'ratings' },
  { workspace, checkCancelled }: JobContext,
): Promise<Estimate> {
  const { texts, labels } = ratedTexts(workspace.db, actions ?? null);
  const config = HeadConfig.parse({ ...ratingPreset('thorough', texts.length), ...asked });
  const begin = await beginTexts(workspace.path, run);
  try {
    const beginning = performance.now();
    const start = begin.start(texts);
    const reading = (performance.now() - beginning) / 1000;
    const all = { training: Int32Array.from(texts.keys()), test: new Int32Array(0) };
    const { before, perStep, measured } = await timeSteps(
      (hooks) => fitTexts(start, texts, labels, all, config, hooks),
      checkCancelled,
    );
    const few = Int32Array.from(texts.keys()).subarray(0, TIMED);
    const linear = secondsOf(() => {
      const terms = texts.map((text, row) => (row < TIMED ? termsOf(text) : []));
      linearTexts(terms, labels, { training: few, test: few.subarray(0, 1) }, checkCancelled);
    });
    const steps = ratingSteps(config, texts.length);
    const each = reading + before + (linear * texts.length) / few.length;
    // The folds and the heads that are kept are about as much work each.
    const parts = config.folds + 1;
    const rounds = Math.ceil(parts / threadsFor(ratingCost(config, start.encoder, texts)));
    const seconds = (steps * perStep + config.folds * each) * (rounds / parts);
    return { texts: texts.length, steps, seconds, measured };
  } finally {
    begin.dispose();
  }
}

function secondsOf(work: () => unknown): number {
  const before = performance.now();
  work();
  return (performance.now() - before) / 1000;
}
