import * as tf from '@tensorflow/tfjs-core';
import type { Database } from 'better-sqlite3';
import { Random } from '../../../shared/domain/random.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { EncoderConfig } from '../model/config.ts';
import { initialWeights, type Weights, weightShapes } from '../model/weights.ts';
import type { RunConfig } from '../runs/run-files.ts';
import { frequentNames } from '../runs/same-data.ts';
import { buildVocabulary } from '../sequence/encode.ts';
import { FIELDS, FIRST_TOKEN, type FieldName } from '../sequence/fields.ts';
import { fieldSize, type Vocabulary } from '../sequence/vocabulary.ts';
import type { TrainingData } from './behaviours/epoch-batches.ts';
import { type Dataset, trainingHistories } from './dataset.ts';
import { spectralVectors } from './embeddings/spectral.ts';
import { refuseTooLarge } from './model-size.ts';
import { learnsSessionPairs, PAIR_HEAD } from './objective/session-pairs.ts';
import { refuseSingleEvents, targetField } from './objective/targets.ts';
import { startTraining, type Training } from './trainer/training.ts';

/** Standard deviation of spectral embeddings; above that of random embeddings, since they are not noise. */
const SPECTRAL_DEVIATION = 0.05;

/**
 * Returns the configuration of a run with these settings on this data; saves nothing. Throws NOTHING_TO_LEARN,
 * MODEL_TOO_LARGE and BAD_INPUT.
 */
export function configure(train: TrainConfig, dataset: Dataset): RunConfig & { vocabulary: Vocabulary } {
  refuseSingleEvents(dataset);
  const vocabulary = buildVocabulary(trainingHistories(dataset), dataset.time, train.minCount);
  const target = targetField(vocabulary);
  const config = { train, encoder: encoderFor(train, target, vocabulary), target };
  refuseTooLarge(config, dataset);
  return { ...config, vocabulary };
}

/** Returns the configuration with what later identifies the run's data; `data` is the data's hash. */
export function configureFor(db: Database, train: TrainConfig, dataset: Dataset, data: string) {
  const config = configure(train, dataset);
  return { ...config, data, names: frequentNames(db, config.vocabulary) };
}

/** The encoder reads the selected fields that have values, and always the target field. */
function encoderFor(train: TrainConfig, target: FieldName, vocabulary: Vocabulary): EncoderConfig {
  const inputFields = FIELDS.filter(
    (field) => field === target || (train.fields.includes(field) && vocabulary.fields[field].values.length > 0),
  );
  const sizes = Object.fromEntries(inputFields.map((field) => [field, fieldSize(vocabulary, field)]));
  if (vocabulary.words) sizes.word = FIRST_TOKEN + vocabulary.words.words.length;
  const { width, layers, heads, length, norm, head, dropout } = train;
  if (width % heads !== 0) throw unevenHeads(width, heads);
  const causal = train.objective === 'causal';
  return EncoderConfig.parse({ width, layers, heads, inner: 4 * width, length, norm, head, causal, dropout, sizes });
}

/**
 * Creates the state of a training before its first step; `trainingData` is needed for embeddings initialised by
 * co-occurrence. The caller disposes of it.
 */
export function newTraining({ encoder, train, target }: RunConfig, trainingData?: TrainingData): Training {
  const random = new Random(train.seed);
  const weights = initialWeights(
    weightShapes(encoder, learnsSessionPairs(train) ? { pooler: true, heads: PAIR_HEAD } : {}),
    random,
  );
  if (trainingData && train.embeddings === 'cooccurrence') {
    writeVectors(
      weights[`embeddings.${target}`]!,
      spectralVectors(trainingData, encoder.width, random, trainingData.itemSets),
    );
  }
  return startTraining(weights, train.averaging);
}

/** Writes vectors, scaled to `SPECTRAL_DEVIATION`, into the rows after the special tokens; zeros are skipped. */
function writeVectors(table: tf.Variable, vectors: Float32Array): void {
  const square = vectors.reduce((sum, value) => sum + value * value, 0) / Math.max(1, vectors.length);
  const scale = square > 0 ? SPECTRAL_DEVIATION / Math.sqrt(square) : 0;
  const values = Float32Array.from(table.dataSync());
  const start = values.length - vectors.length;
  vectors.forEach((value, i) => {
    if (value !== 0) values[start + i] = scale * value;
  });
  tf.tidy(() => table.assign(tf.tensor(values, table.shape)));
}

export function parameterCount(weights: Weights): number {
  return Object.values(weights).reduce((sum, weight) => sum + weight.size, 0);
}

function unevenHeads(width: number, heads: number): PortraitError {
  return new PortraitError({
    code: 'BAD_INPUT',
    message: `The width ${width} is not divisible by ${heads} attention heads.`,
    hint: 'Choose a width that is a multiple of the number of heads.',
    details: { width, heads, variant: 'width' },
  });
}
