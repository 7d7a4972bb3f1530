import * as tf from '@tensorflow/tfjs';
import type { Database } from 'better-sqlite3';
import { Random } from '../../../shared/domain/random.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { EncoderConfig } from '../model/config.ts';
import { initialWeights, type Weights, weightShapes } from '../model/weights.ts';
import type { RunConfig } from '../runs/run-files.ts';
import { knownNames } from '../runs/same-data.ts';
import { buildVocabulary } from '../sequence/encode.ts';
import { FIELDS, FIRST_TOKEN, type FieldName } from '../sequence/fields.ts';
import { fieldSize, type Vocabulary } from '../sequence/vocabulary.ts';
import { type Dataset, trainingPart } from './dataset.ts';
import { spectralVectors } from './embeddings/spectral.ts';
import type { Lessons } from './loop/epoch-batches.ts';
import { Adam } from './loop/optimiser.ts';
import { startState } from './loop/train-state.ts';
import { refuseTooLarge } from './model-size.ts';
import { asksPairs, PAIR_HEAD } from './objective/session-pairs.ts';
import { refuseSingles, targetField } from './objective/targets.ts';

/** Above that of random embeddings: these are no noise. */
const SPECTRAL_DEVIATION = 0.05;

/** What a run with these settings would be on this data; keeps nothing. Throws NOTHING_TO_LEARN, MODEL_TOO_LARGE and BAD_INPUT. */
export function configure(train: TrainConfig, dataset: Dataset): RunConfig & { vocabulary: Vocabulary } {
  refuseSingles(dataset);
  const vocabulary = buildVocabulary(trainingPart(dataset), dataset.time, train.minCount);
  const target = targetField(vocabulary);
  const config = { train, encoder: encoderFor(train, target, vocabulary), target };
  refuseTooLarge(config, dataset);
  return { ...config, vocabulary };
}

/** The same with what tells later whether a run meets the data that it saw; `data` is the hash of it. */
export function configureFor(db: Database, train: TrainConfig, dataset: Dataset, data: string) {
  const config = configure(train, dataset);
  return { ...config, data, names: knownNames(db, config.vocabulary) };
}

/** The encoder reads the fields that were chosen and that the data has, and always the one that is asked for. */
function encoderFor(train: TrainConfig, target: FieldName, vocabulary: Vocabulary): EncoderConfig {
  const read = FIELDS.filter(
    (field) => field === target || (train.fields.includes(field) && vocabulary.fields[field].values.length > 0),
  );
  const sizes = Object.fromEntries(read.map((field) => [field, fieldSize(vocabulary, field)]));
  if (vocabulary.words) sizes.word = FIRST_TOKEN + vocabulary.words.words.length;
  const { width, layers, heads, length, norm, head, dropout } = train;
  if (width % heads !== 0) throw unevenHeads(width, heads);
  const causal = train.objective === 'causal';
  return EncoderConfig.parse({ width, layers, heads, inner: 4 * width, length, norm, head, causal, dropout, sizes });
}

/** A training before its first step; lessons tell which tokens go together. The caller disposes of it. */
export function untrained({ encoder, train, target }: RunConfig, lessons?: Lessons) {
  const random = new Random(train.seed);
  const weights = initialWeights(
    weightShapes(encoder, asksPairs(train) ? { pooler: true, heads: PAIR_HEAD } : {}),
    random,
  );
  if (lessons && train.embeddings === 'cooccurrence') {
    putInto(weights[`embeddings.${target}`]!, spectralVectors(lessons, encoder.width, random, lessons.kindred));
  }
  return { weights, adam: new Adam(weights), state: startState };
}

/** Puts vectors, brought to the deviation that they should have, into the rows behind the special tokens, zeros left out. */
function putInto(table: tf.Variable, vectors: Float32Array): void {
  const square = vectors.reduce((sum, value) => sum + value * value, 0) / Math.max(1, vectors.length);
  const scale = square > 0 ? SPECTRAL_DEVIATION / Math.sqrt(square) : 0;
  const values = Float32Array.from(table.dataSync());
  const start = values.length - vectors.length;
  vectors.forEach((value, i) => {
    if (value !== 0) values[start + i] = scale * value;
  });
  tf.tidy(() => table.assign(tf.tensor(values, table.shape)));
}

export function parametersOf(weights: Weights): number {
  return Object.values(weights).reduce((sum, weight) => sum + weight.size, 0);
}

function unevenHeads(width: number, heads: number): PortraitError {
  return new PortraitError({
    code: 'BAD_INPUT',
    message: `A width of ${width} cannot be shared out evenly among ${heads} heads.`,
    hint: 'Choose a width that is a multiple of the heads.',
  });
}
