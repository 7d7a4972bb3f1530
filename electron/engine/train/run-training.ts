import type { JobContext } from '../jobs/context.ts';
import type { Weights } from '../model/weights.ts';
import { appendEpoch, truncateCurve } from '../runs/curve.ts';
import type { RunConfig } from '../runs/run-files.ts';
import { encode } from '../sequence/encode.ts';
import { inSharedMemory } from '../sequence/shared-behaviours.ts';
import type { Vocabulary } from '../sequence/vocabulary.ts';
import type { Dataset } from './dataset.ts';
import { itemsByAttribute } from './embeddings/items-by-attribute.ts';
import { copyWeights, updateAverage } from './loop/average.ts';
import { disposeTraining, loadCheckpoint, saveBest, saveCheckpoint } from './loop/checkpoint.ts';
import type { TrainingData } from './loop/epoch-batches.ts';
import { type TrainEnd, type TrainHooks, train } from './loop/train-run.ts';
import { workersFor } from './loop/workers.ts';
import { newTraining, parameterCount } from './new-run.ts';
import { validator } from './validate.ts';

/** A run whose configuration is saved, and its data. */
export interface TrainingRun {
  readonly id: string;
  readonly config: RunConfig & { readonly vocabulary: Vocabulary };
  readonly dataset: Dataset;
}

/** Result of a training; its weights are disposed afterwards. */
export interface TrainingResult {
  readonly end: TrainEnd;
  readonly weights: Weights;
  /** Number of data-parallel workers, 0 if the calling thread did everything. */
  readonly workers: number;
  validate(): Record<string, number>;
}

/**
 * Trains a run from its last checkpoint to its end, or until `shouldStop` returns true; saves its learning curve, its
 * checkpoints and its best epoch, and returns the result of `finish`.
 */
export async function runTraining<T>(
  { id, config, dataset }: TrainingRun,
  context: JobContext,
  finish: (result: TrainingResult) => T,
  shouldStop: TrainHooks['shouldStop'] = () => false,
): Promise<T> {
  const { db, path } = context.workspace;
  const behaviours = inSharedMemory(encode(dataset.histories, config.vocabulary));
  const itemSets: Pick<TrainingData, 'itemSets'> =
    config.target === 'item' ? { itemSets: itemsByAttribute(db, config.vocabulary) } : {};
  const trainingData = { config, behaviours, trainEnd: dataset.split.trainEnd, ...itemSets };
  const { averaging } = config.train;
  const training = loadCheckpoint(path, id) ?? withAverage(newTraining(config, trainingData), averaging);
  const { weights, average, adam, state } = training;
  const resultWeights = average ?? weights;
  const workers = workersFor(trainingData, state);
  const validate = validator(dataset, behaviours, config, resultWeights);
  context.log(
    `${id}: ${config.encoder.layers} layers, ${parameterCount(weights)} parameters, ${workers} workers, from epoch ${state.epoch}, step ${state.step}`,
  );
  truncateCurve(path, id, state.epoch);
  try {
    let validationFigures = {};
    const hooks: TrainHooks = {
      progress: (progress) => context.progress({ ...progress, figures: { ...progress.figures, ...validationFigures } }),
      checkCancelled: context.checkCancelled,
      shouldStop,
      onEpoch({ epoch, step, events, seconds }, loss) {
        if (average) updateAverage(average, weights, epoch, averaging);
        const validation = validate();
        const validationLoss = validation.loss ?? null;
        validationFigures = Object.fromEntries(
          Object.entries(validation).map(([name, value]) => [`validation.${name}`, value]),
        );
        appendEpoch(path, id, { epoch, step, events, seconds, loss, validationLoss, validation });
        context.log(`epoch ${epoch}: loss ${loss.toFixed(4)}, validation ${validationLoss?.toFixed(4) ?? 'none'}`);
        return validation;
      },
      onCheckpoint: (currentState) => saveCheckpoint(path, id, { ...training, state: currentState }),
    };
    if (config.train.patience > 0) hooks.onBest = (currentState) => saveBest(path, id, resultWeights, currentState);
    const end = await train({ ...trainingData, weights, adam }, state, hooks, workers);
    return finish({ end, weights: resultWeights, workers, validate });
  } finally {
    disposeTraining(training);
  }
}

function withAverage(
  training: ReturnType<typeof newTraining>,
  averaging: number,
): ReturnType<typeof newTraining> & { average?: Weights } {
  return averaging > 0 ? { ...training, average: copyWeights(training.weights) } : training;
}
