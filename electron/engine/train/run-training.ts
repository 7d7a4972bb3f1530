import type { JobContext } from '../jobs/context.ts';
import type { Weights } from '../model/weights.ts';
import { appendEpoch, cutCurve } from '../runs/curve.ts';
import type { RunConfig } from '../runs/run-files.ts';
import { encode } from '../sequence/encode.ts';
import { inSharedMemory } from '../sequence/shared-behaviours.ts';
import type { Vocabulary } from '../sequence/vocabulary.ts';
import type { Dataset } from './dataset.ts';
import { kindredItems } from './embeddings/items-by-attribute.ts';
import { copyOf, follow } from './loop/average.ts';
import { disposeTraining, loadCheckpoint, saveBest, saveCheckpoint } from './loop/checkpoint.ts';
import { type TrainEnd, type TrainHooks, train } from './loop/train-run.ts';
import { workersFor } from './loop/workers.ts';
import { parametersOf, untrained } from './new-run.ts';
import { validator } from './validate.ts';

/** A run whose configuration is kept, and what it is to learn from. */
export interface Begun {
  readonly id: string;
  readonly config: RunConfig & { readonly vocabulary: Vocabulary };
  readonly dataset: Dataset;
}

/** What a run has come to; its weights are let go afterwards. */
export interface Learnt {
  readonly end: TrainEnd;
  readonly weights: Weights;
  /** Threads that learnt together, 0 for one that did all by itself. */
  readonly workers: number;
  validate(): Record<string, number>;
}

/**
 * Trains a run on from its last checkpoint to its end, or until it is `enough`; keeps its curve, its checkpoints and its best
 * epoch, and gives what `finish` makes of it.
 */
export async function learn<T>(
  { id, config, dataset }: Begun,
  context: JobContext,
  finish: (learnt: Learnt) => T,
  enough: TrainHooks['enough'] = () => false,
): Promise<T> {
  const { db, path } = context.workspace;
  const behaviours = inSharedMemory(encode(dataset.histories, config.vocabulary));
  const kindred = config.target === 'item' ? { kindred: kindredItems(db, config.vocabulary) } : {};
  const lessons = { config, behaviours, trainEnd: dataset.split.trainEnd, ...kindred };
  const { averaging } = config.train;
  const training = loadCheckpoint(path, id) ?? withAverage(untrained(config, lessons), averaging);
  const { weights, average, adam, state } = training;
  const result = average ?? weights;
  const workers = workersFor(lessons, state);
  const validate = validator(dataset, behaviours, config, result);
  context.log(
    `${id}: ${config.encoder.layers} layers, ${parametersOf(weights)} parameters, ${workers} workers, from epoch ${state.epoch}, step ${state.step}`,
  );
  cutCurve(path, id, state.epoch);
  try {
    let validated = {};
    const hooks: TrainHooks = {
      progress: (progress) => context.progress({ ...progress, figures: { ...progress.figures, ...validated } }),
      checkCancelled: context.checkCancelled,
      enough,
      onEpoch({ epoch, step, events, seconds }, loss) {
        if (average) follow(average, weights, epoch, averaging);
        const validation = validate();
        const validationLoss = validation.loss ?? null;
        validated = Object.fromEntries(
          Object.entries(validation).map(([name, value]) => [`validation.${name}`, value]),
        );
        appendEpoch(path, id, { epoch, step, events, seconds, loss, validationLoss, validation });
        context.log(`epoch ${epoch}: loss ${loss.toFixed(4)}, validation ${validationLoss?.toFixed(4) ?? 'none'}`);
        return validation;
      },
      onCheckpoint: (at) => saveCheckpoint(path, id, { ...training, state: at }),
    };
    if (config.train.patience > 0) hooks.onBest = (at) => saveBest(path, id, result, at);
    const end = await train({ ...lessons, weights, adam }, state, hooks, workers);
    return finish({ end, weights: result, workers, validate });
  } finally {
    disposeTraining(training);
  }
}

function withAverage(
  begun: ReturnType<typeof untrained>,
  averaging: number,
): ReturnType<typeof untrained> & { average?: Weights } {
  return averaging > 0 ? { ...begun, average: copyOf(begun.weights) } : begun;
}
