import * as tf from '@tensorflow/tfjs-core';
import { Random } from '../../../../shared/domain/random.ts';
import { encodeRows } from '../../model/encoder.ts';
import { predictEmbeddings, scoreTokens } from '../../model/heads.ts';
import { tokenLoss } from '../../model/token-loss.ts';
import type { Weights } from '../../model/weights.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { firstPositions, pairScores } from './pair-scores.ts';
import { isSampled, sampledCrossEntropy } from './sampled.ts';
import type { TargetBatch } from './target-batch.ts';

/** Seeds of dropout and of the sampled candidates. */
export interface Seeds {
  readonly dropout: number;
  readonly candidates: number;
}

/** Shares of the batch's targets and session pairs that a shard holds; 1 if the batch is one shard. */
export interface ShardShare {
  readonly targets: number;
  readonly pairs: number;
}

const WHOLE_BATCH: ShardShare = { targets: 1, pairs: 1 };

/**
 * Returns the mean cross-entropy of the targets, in nats, plus the weighted cross-entropy of next-session prediction.
 * Given seeds, it applies dropout and, if the run samples, candidate sampling. The losses of a batch's shards, weighted
 * by their shares, sum to the loss of the batch.
 */
export function lossOf(
  config: RunConfig,
  weights: Weights,
  batch: TargetBatch,
  seeds?: Seeds,
  share: ShardShare = WHOLE_BATCH,
): tf.Scalar {
  const options = seeds ? { dropoutSeed: seeds.dropout } : {};
  const { inputs, targetPositions, pairs } = batch;
  const encodedPositions = Int32Array.from([...targetPositions, ...firstPositions(inputs, pairs)]);
  const states = encodeRows(config.encoder, weights, inputs, encodedPositions, options); // (targets, then first positions of pairs; H)
  const losses: tf.Scalar[] = [];
  if (targetPositions.length > 0) {
    const targetStates = states.slice(0, targetPositions.length);
    losses.push(weighted(targetLoss(config, weights, batch, targetStates, seeds?.candidates), share.targets));
  }
  if (pairs.rows.length > 0) {
    const firstStates = states.slice(targetPositions.length);
    const follows = tf.oneHot(tf.tensor1d(pairs.follows, 'int32'), 2);
    const scores = pairScores(weights, firstStates);
    const loss: tf.Scalar = tf.losses.softmaxCrossEntropy(follows, scores).asScalar();
    losses.push(weighted(loss, share.pairs * config.train.nextSession));
  }
  return tf.addN(losses);
}

function weighted(loss: tf.Scalar, weight: number): tf.Scalar {
  return weight === 1 ? loss : loss.mul(weight);
}

function targetLoss(
  config: RunConfig,
  weights: Weights,
  batch: TargetBatch,
  targetStates: tf.Tensor2D,
  candidatesSeed: number | undefined,
): tf.Scalar {
  const expected = predictEmbeddings(config.encoder, weights, targetStates);
  const targets = tf.tensor1d(batch.targets, 'int32');
  if (candidatesSeed !== undefined && isSampled(config)) {
    return sampledCrossEntropy(config, weights, expected, targets, new Random(candidatesSeed));
  }
  return tokenLoss(weights, config.target, expected, targets, config.train.labelSmoothing);
}

/** Returns the scores of every token of the target field at each target position: (targets × tokens), row-major. */
export function scoresOf(config: RunConfig, weights: Weights, batch: TargetBatch): Float32Array {
  const logits = tf.tidy(() => {
    const targetStates = encodeRows(config.encoder, weights, batch.inputs, batch.targetPositions);
    return scoreTokens(weights, config.target, predictEmbeddings(config.encoder, weights, targetStates));
  });
  // Read outside of `tf.tidy`, which would search every number of its result for tensors.
  const scores = logits.dataSync() as Float32Array;
  logits.dispose();
  return scores;
}
