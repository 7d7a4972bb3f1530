import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { FinetuneConfig } from '../../../shared/domain/finetune-config.ts';
import { ratingPreset, ratingSteps } from '../../../shared/domain/text-presets.ts';
import type { JobContext, JobFunction } from '../jobs/context.ts';
import { startBackend } from '../model/backends/index.ts';
import { readTexts } from '../store/events/texts.ts';
import { threadsFor } from '../threads/with-pool.ts';
import { trainingLength } from '../train/estimate-job.ts';
import { train } from '../train/trainer/trainer.ts';
import { disposeTraining } from '../train/trainer/training.ts';
import { fitTextHeads, resolveTextEncoder } from './fit-text-heads.ts';
import { configureTexts, noTexts } from './new-text-run.ts';
import { ratedTexts } from './rated-texts.ts';
import { scoreTextsLinearly, termsOf } from './text-terms.ts';
import { textTraining } from './text-training.ts';
import { timeSteps } from './time-steps.ts';
import { ratingCost } from './train-ratings.ts';

type EstimateInput = Parsed<'text.estimate'>;
type Estimate = Output<'text.estimate'>;

/**
 * Estimates the duration of training on texts by timing a few steps, whose result is discarded. Throws what the
 * training would throw before its first step.
 */
export const estimateTextJob: JobFunction<EstimateInput, Estimate> = async (input, context) => {
  await startBackend();
  return input.learn === 'words' ? estimateWords(input, context) : estimateRatings(input, context);
};

async function estimateWords(
  { actions, config }: EstimateInput & { learn: 'words' },
  context: JobContext,
): Promise<Estimate> {
  const { db } = context.workspace;
  const selectedActions = actions ?? null;
  const { texts } = readTexts(db, selectedActions);
  if (texts.length === 0) throw noTexts(db, selectedActions);
  const newRun = configureTexts(texts, config, selectedActions);
  const { task, start, workers, validator } = textTraining(newRun.config, newRun.sequences());
  const training = start();
  try {
    const { perStep, measured } = await timeSteps(
      (hooks) => train(task, training, { onEpoch: () => null, ...hooks }, workers(training.state)),
      context.checkCancelled,
    );
    const validationSeconds = secondsOf(validator(training.weights));
    const stepsPerEpoch = task.source.batchesPerEpoch();
    const { epochs, seconds } = trainingLength(newRun.config.train, stepsPerEpoch * perStep + validationSeconds);
    return { texts: texts.length, steps: epochs * stepsPerEpoch, seconds: seconds + validationSeconds, measured };
  } finally {
    disposeTraining(training);
  }
}

/** Number of texts that the regression is timed on; its cost is linear in the number of texts. */
const TIMED_TEXTS = 1000;

async function estimateRatings(
  { actions, run, config: settings }: EstimateInput & { learn: 'ratings' },
  { workspace, checkCancelled }: JobContext,
): Promise<Estimate> {
  const { texts, labels } = ratedTexts(workspace.db, actions ?? null);
  const config = FinetuneConfig.parse({ ...ratingPreset('thorough', texts.length), ...settings });
  const base = await resolveTextEncoder(workspace.path, run);
  try {
    const readStart = performance.now();
    const baseEncoder = base.encoderFor(texts);
    const readSeconds = (performance.now() - readStart) / 1000;
    const split = { training: Int32Array.from(texts.keys()), test: new Int32Array(0) };
    const { setupSeconds, perStep, measured } = await timeSteps(
      (hooks) => fitTextHeads(baseEncoder, texts, labels, split, config, hooks),
      checkCancelled,
    );
    const timedRows = Int32Array.from(texts.keys()).subarray(0, TIMED_TEXTS);
    const linear = secondsOf(() => {
      const terms = texts.map((text, row) => (row < TIMED_TEXTS ? termsOf(text) : []));
      scoreTextsLinearly(terms, labels, { training: timedRows, test: timedRows.subarray(0, 1) }, checkCancelled);
    });
    const steps = ratingSteps(config, texts.length);
    const perFold = readSeconds + setupSeconds + (linear * texts.length) / timedRows.length;
    // Each fold costs about as much as the final training on all texts.
    const parts = config.folds + 1;
    const rounds = Math.ceil(parts / threadsFor(ratingCost(config, baseEncoder.encoder, texts)));
    const seconds = (steps * perStep + config.folds * perFold) * (rounds / parts);
    return { texts: texts.length, steps, seconds, measured };
  } finally {
    base.dispose();
  }
}

function secondsOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}
