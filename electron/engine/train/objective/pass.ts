import * as tf from '@tensorflow/tfjs';
import { Random } from '../../../../shared/domain/random.ts';
import { encodeBatch, predictField, predictions, scoreTokens } from '../../model/encoder.ts';
import { crossEntropy } from '../../model/ops/cross-entropy.ts';
import type { Weights } from '../../model/weights.ts';
import { type Batch, padBatch } from '../../sequence/batches.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { RunConfig } from '../run-files.ts';
import type { Example } from './example.ts';
import { isSampled, sampledCrossEntropy } from './sampled.ts';
import { type Pairs, pairScores, pairsOf } from './session-pairs.ts';

/** Examples as tensors' raw material: a padded batch, and where in it (row-major) which tokens are asked for. */
export interface Question {
  readonly batch: Batch;
  readonly rows: Int32Array;
  readonly targets: Int32Array;
  readonly pairs: Pairs;
}

export function questionOf(examples: readonly Example[]): Question {
  const batch = padBatch(examples.map((example) => example.positions));
  const rows = examples.flatMap(({ at }, row) => at.map((place) => row * batch.length + place));
  const targets = examples.flatMap((example) => example.targets);
  return { batch, rows: Int32Array.from(rows), targets: Int32Array.from(targets), pairs: pairsOf(examples) };
}

/** Whether anything is asked at all: a batch may consist of values that the vocabulary lacks. */
export function asksNothing({ rows, pairs }: Question): boolean {
  return rows.length === 0 && pairs.rows.length === 0;
}

/**
 * Mean cross-entropy of what is asked for, in nats, and with its weight that of whether second sessions follow first ones;
 * with dropout, and over sampled tokens where the run samples, if a seed is given.
 */
export function lossOf(config: RunConfig, weights: Weights, question: Question, dropoutSeed?: number): tf.Scalar {
  const { hidden } = encodeBatch(
    config.encoder,
    weights,
    question.batch,
    dropoutSeed === undefined ? {} : { dropoutSeed },
  );
  const losses: tf.Scalar[] = [];
  if (question.rows.length > 0) losses.push(askedLoss(config, weights, question, hidden, dropoutSeed));
  if (question.pairs.rows.length > 0) {
    const follows = tf.tensor1d(question.pairs.follows, 'int32');
    losses.push(crossEntropy(pairScores(weights, hidden, question.pairs), follows, 0).mul(config.train.nextSession));
  }
  return tf.addN(losses);
}

function askedLoss(
  config: RunConfig,
  weights: Weights,
  question: Question,
  hidden: tf.Tensor3D,
  dropoutSeed: number | undefined,
): tf.Scalar {
  const expected = predictions(config.encoder, weights, hidden, tf.tensor1d(question.rows, 'int32'));
  const targets = tf.tensor1d(question.targets, 'int32');
  if (dropoutSeed !== undefined && isSampled(config)) {
    return sampledCrossEntropy(config, weights, expected, targets, new Random(dropoutSeed));
  }
  const scores = scoreTokens(weights, config.target, expected);
  return crossEntropy(scores, targets, FIRST_TOKEN, config.train.labelSmoothing);
}

/** Scores of every token of the target field at each masked position: (rows × tokens), row-major. */
export function scoresOf(config: RunConfig, weights: Weights, question: Question): Float32Array {
  const logits = tf.tidy(() => {
    const { hidden } = encodeBatch(config.encoder, weights, question.batch);
    return predictField(config.encoder, weights, config.target, hidden, tf.tensor1d(question.rows, 'int32'));
  });
  // Read outside the tidy, which would look for tensors in every number of what it returns.
  const scores = logits.dataSync() as Float32Array;
  logits.dispose();
  return scores;
}
