import * as tf from '@tensorflow/tfjs';
import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import { Random } from '../../../../shared/domain/random.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { startWasm } from '../../model/kernels/register.ts';
import { disposeWeights } from '../../model/weights.ts';
import type { Sequence } from '../../sequence/batches.ts';
import { insertRun } from '../../store/runs.ts';
import { readTexts } from '../../store/texts.ts';
import { appendEpoch } from '../loop/curve.ts';
import { parametersOf } from '../new-run.ts';
import { arraysOf, nextRun } from '../run-files.ts';
import { maskWords } from './masked-words.ts';
import { configureTexts, noTexts, untrainedTexts } from './new-text-run.ts';
import { maskedLoss, pretrainTexts, type TextEpoch, type TextLearner } from './pretrain.ts';
import { writeTextRun } from './text-run.ts';

/** Every so-manieth text is kept from training for validation, up to some hundred. */
const HELD_EVERY = 20;
const MOST_HELD = 400;
const BATCH = 64;

/** Pre-trains a run on the workspace's texts and keeps it. Throws NO_TEXTS, NOTHING_TO_LEARN and TRAINING_DIVERGED. */
export const trainTextJob: JobFunction<Parsed<'text.train'>, Output<'text.train'>> = async (input, context) => {
  const { db, path } = context.workspace;
  const actions = input.actions ?? null;
  const { texts } = readTexts(db, actions);
  if (texts.length === 0) throw noTexts(db, actions);
  await startWasm();
  const { config, tokens, sequences } = configureTexts(texts, input.config);
  const isHeld = (index: number) => index % HELD_EVERY === HELD_EVERY - 1 && index < MOST_HELD * HELD_EVERY;
  const held = sequences.filter((_, index) => isHeld(index));
  const training = sequences.filter((_, index) => !isHeld(index));
  const learner: TextLearner = { ...config, weights: untrainedTexts(config) };
  const id = nextRun(path);
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const curve: (TextEpoch & { validationLoss: number | null; seconds: number })[] = [];
  try {
    pretrainTexts(learner, training, {
      checkCancelled: context.checkCancelled,
      onStep: (step, total, loss, positions) => {
        const figures = { loss, tokensPerSecond: positions / seconds() };
        context.progress({ stage: 'train.steps', done: step, total, unit: 'steps', figures });
      },
      onEpoch: (epoch) => {
        const validationLoss = heldLoss(learner, held);
        curve.push({ ...epoch, validationLoss, seconds: seconds() });
        context.log(
          `epoch ${epoch.epoch}: loss ${epoch.loss.toFixed(4)}, validation ${validationLoss?.toFixed(4) ?? 'none'}`,
        );
      },
    });
    writeTextRun(path, id, config, tokens, arraysOf(learner.weights));
    for (const { epoch, step, loss, validationLoss, seconds } of curve) {
      const events = epoch * training.length;
      appendEpoch(path, id, { epoch, step, events, seconds, loss, validationLoss, validation: {} });
    }
    const last = curve.at(-1);
    const events = config.train.epochs * training.length;
    const summary = {
      run: id,
      backend: tf.getBackend(),
      parameters: parametersOf(learner.weights),
      steps: last?.step ?? 0,
      events,
      seconds: seconds(),
      eventsPerSecond: events / seconds(),
      tokens: last?.positions ?? 0,
      tokensPerSecond: (last?.positions ?? 0) / seconds(),
      padding: 0,
      epochs: config.train.epochs,
      bestEpoch: config.train.epochs,
      endedBy: 'epochs' as const,
      validation: last?.validationLoss ? { loss: last.validationLoss } : {},
    };
    insertRun(db, summary, config.train, { kind: 'text', data: config.data });
    return summary;
  } finally {
    disposeWeights(learner.weights);
  }
};

/** Mean loss of held-out texts with the same words hidden each time, in nats; null where there are none. */
function heldLoss({ encoder, target, weights, train }: TextLearner, held: readonly Sequence[]): number | null {
  const random = new Random(train.seed);
  const masked = held.map((text) => maskWords(text, target, train.maskShare, random)).filter(({ at }) => at.length > 0);
  let sum = 0;
  let asked = 0;
  for (let start = 0; start < masked.length; start += BATCH) {
    const part = masked.slice(start, start + BATCH);
    const count = part.reduce((total, { at }) => total + at.length, 0);
    const loss = tf.tidy(() => maskedLoss({ encoder, target, weights, smoothing: 0 }, part));
    sum += count * loss.dataSync()[0]!;
    asked += count;
    loss.dispose();
  }
  return asked > 0 ? sum / asked : null;
}
