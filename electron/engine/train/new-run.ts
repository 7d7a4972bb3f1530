import * as tf from '@tensorflow/tfjs';
import { Random } from '../../../shared/domain/random.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { EncoderConfig } from '../model/config.ts';
import { initialWeights, type Weights, weightShapes } from '../model/weights.ts';
import { buildVocabulary } from '../sequence/encode.ts';
import { FIELDS, FIRST_TOKEN, type FieldName } from '../sequence/fields.ts';
import { fieldSize, type Vocabulary } from '../sequence/vocabulary.ts';
import { type Dataset, trainingPart } from './dataset.ts';
import type { Lessons } from './loop/epoch-batches.ts';
import { Adam } from './loop/optimiser.ts';
import { startState } from './loop/train-state.ts';
import { asksPairs, PAIR_HEAD } from './objective/session-pairs.ts';
import { refuseSingles, targetField } from './objective/targets.ts';
import type { RunConfig } from './run-files.ts';
import { spectralVectors } from './spectral.ts';

/** Far above that of random embeddings, which are added: what is known is to outweigh the noise. */
const SPECTRAL_DEVIATION = 0.05;

/** What a run with these settings would be on this data; keeps nothing. Throws NOTHING_TO_LEARN. */
export function configure(train: TrainConfig, dataset: Dataset): RunConfig & { vocabulary: Vocabulary } {
  refuseSingles(dataset);
  const vocabulary = buildVocabulary(trainingPart(dataset), dataset.time, train.minCount);
  const target = targetField(vocabulary);
  return { train, encoder: encoderFor(train, target, vocabulary), target, vocabulary };
}

/** The encoder reads the fields that were chosen and that the data has, and always the one that is asked for. */
function encoderFor(train: TrainConfig, target: FieldName, vocabulary: Vocabulary): EncoderConfig {
  const read = FIELDS.filter(
    (field) => field === target || (train.fields.includes(field) && vocabulary.fields[field].values.length > 0),
  );
  const sizes = Object.fromEntries(read.map((field) => [field, fieldSize(vocabulary, field)]));
  if (vocabulary.words) sizes.word = FIRST_TOKEN + vocabulary.words.words.length;
  const { width, layers, heads, length, norm, dropout } = train;
  const causal = train.objective === 'causal';
  return EncoderConfig.parse({ width, layers, heads, inner: 4 * width, length, norm, causal, dropout, sizes });
}

/** A training before its first step; lessons tell which tokens go together. The caller disposes of it. */
export function untrained({ encoder, train, target }: RunConfig, lessons?: Lessons) {
  const random = new Random(train.seed);
  const weights = initialWeights(
    weightShapes(encoder, asksPairs(train) ? { pooler: true, heads: PAIR_HEAD } : {}),
    random,
  );
  if (lessons && train.embeddings === 'cooccurrence') {
    addTo(weights[`embeddings.${target}`]!, spectralVectors(lessons, encoder.width, random));
  }
  return { weights, adam: new Adam(weights), state: startState };
}

/** Adds vectors, brought to the deviation that they should have, to the rows behind the special tokens. */
function addTo(table: tf.Variable, vectors: Float32Array): void {
  const square = vectors.reduce((sum, value) => sum + value * value, 0) / Math.max(1, vectors.length);
  const scale = square > 0 ? SPECTRAL_DEVIATION / Math.sqrt(square) : 0;
  const values = Float32Array.from(table.dataSync());
  const start = values.length - vectors.length;
  vectors.forEach((value, i) => {
    values[start + i]! += scale * value;
  });
  tf.tidy(() => table.assign(tf.tensor(values, table.shape)));
}

export function parametersOf(weights: Weights): number {
  return Object.values(weights).reduce((sum, weight) => sum + weight.size, 0);
}
