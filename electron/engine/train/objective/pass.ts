import * as tf from '@tensorflow/tfjs';
import { encodeBatch, predictField } from '../../model/encoder.ts';
import { crossEntropy } from '../../model/ops/cross-entropy.ts';
import type { Weights } from '../../model/weights.ts';
import { type Batch, padBatch } from '../../sequence/batches.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import type { RunConfig } from '../run-files.ts';
import type { Example } from './example.ts';

/** Examples as tensors' raw material: a padded batch, and where in it (row-major) which tokens are asked for. */
export interface Question {
  readonly batch: Batch;
  readonly rows: Int32Array;
  readonly targets: Int32Array;
}

export function questionOf(examples: readonly Example[]): Question {
  const batch = padBatch(examples.map((example) => example.positions));
  const rows = examples.flatMap(({ at }, row) => at.map((place) => row * batch.length + place));
  const targets = examples.flatMap((example) => example.targets);
  return { batch, rows: Int32Array.from(rows), targets: Int32Array.from(targets) };
}

/** Mean cross-entropy of the masked behaviours, in nats; with dropout where a seed is given. */
export function lossOf(config: RunConfig, weights: Weights, question: Question, dropoutSeed?: number): tf.Scalar {
  const { hidden } = encodeBatch(
    config.encoder,
    weights,
    question.batch,
    dropoutSeed === undefined ? {} : { dropoutSeed },
  );
  const logits = predictField(config.encoder, weights, config.target, hidden, tf.tensor1d(question.rows, 'int32'));
  return crossEntropy(logits, tf.tensor1d(question.targets, 'int32'), FIRST_TOKEN, config.train.labelSmoothing);
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
