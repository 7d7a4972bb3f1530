import * as tf from '@tensorflow/tfjs';
import { Random } from '../../../../shared/domain/random.ts';
import { encodeRows } from '../../model/encoder.ts';
import { expectedOf, scoreTokens } from '../../model/heads.ts';
import { tokenLoss } from '../../model/token-loss.ts';
import type { Weights } from '../../model/weights.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { firstPositions, pairScores } from './pair-scores.ts';
import { isSampled, sampledCrossEntropy } from './sampled.ts';
import type { Question } from './target-batch.ts';

/** What dropout and the tokens that a run samples are drawn from. */
export interface Seeds {
  readonly dropout: number;
  readonly candidates: number;
}

/** How much of a batch's places and pairs a question holds: all of them, where a batch is one question. */
export interface Share {
  readonly asked: number;
  readonly pairs: number;
}

const ALL: Share = { asked: 1, pairs: 1 };

/**
 * Mean cross-entropy of what is asked for, in nats, and with its weight that of whether second sessions follow first ones;
 * with dropout, and over sampled tokens where the run samples, if seeds are given. The losses of a batch's parts by their
 * shares sum up to the batch's.
 */
export function lossOf(
  config: RunConfig,
  weights: Weights,
  question: Question,
  seeds?: Seeds,
  share: Share = ALL,
): tf.Scalar {
  const options = seeds ? { dropoutSeed: seeds.dropout } : {};
  const { batch, rows, pairs } = question;
  const both = Int32Array.from([...rows, ...firstPositions(batch, pairs)]);
  const states = encodeRows(config.encoder, weights, batch, both, options); // (asked for, then first positions of pairs; H)
  const losses: tf.Scalar[] = [];
  if (rows.length > 0) {
    const asked = states.slice(0, rows.length);
    losses.push(weighted(askedLoss(config, weights, question, asked, seeds?.candidates), share.asked));
  }
  if (pairs.rows.length > 0) {
    const firsts = states.slice(rows.length);
    const follows = tf.oneHot(tf.tensor1d(pairs.follows, 'int32'), 2);
    const scores = pairScores(weights, firsts);
    const loss: tf.Scalar = tf.losses.softmaxCrossEntropy(follows, scores).asScalar();
    losses.push(weighted(loss, share.pairs * config.train.nextSession));
  }
  return tf.addN(losses);
}

function weighted(loss: tf.Scalar, weight: number): tf.Scalar {
  return weight === 1 ? loss : loss.mul(weight);
}

function askedLoss(
  config: RunConfig,
  weights: Weights,
  question: Question,
  asked: tf.Tensor2D,
  candidatesSeed: number | undefined,
): tf.Scalar {
  const expected = expectedOf(config.encoder, weights, asked);
  const targets = tf.tensor1d(question.targets, 'int32');
  if (candidatesSeed !== undefined && isSampled(config)) {
    return sampledCrossEntropy(config, weights, expected, targets, new Random(candidatesSeed));
  }
  return tokenLoss(weights, config.target, expected, targets, config.train.labelSmoothing);
}

/** Scores of every token of the target field at each masked position: (rows × tokens), row-major. */
export function scoresOf(config: RunConfig, weights: Weights, question: Question): Float32Array {
  const logits = tf.tidy(() => {
    const asked = encodeRows(config.encoder, weights, question.batch, question.rows);
    return scoreTokens(weights, config.target, expectedOf(config.encoder, weights, asked));
  });
  // Read outside the tidy, which would look for tensors in every number of what it returns.
  const scores = logits.dataSync() as Float32Array;
  logits.dispose();
  return scores;
}
