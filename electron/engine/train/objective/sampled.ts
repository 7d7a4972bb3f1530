import * as tf from '@tensorflow/tfjs';
import type { Random } from '../../../../shared/domain/random.ts';
import { candidateLoss, scoreOwn } from '../../model/token-loss.ts';
import type { Weights } from '../../model/weights.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import { CandidateSampler } from './candidates.ts';

/** Tokens from which on `auto` samples: below, the scores of all cost less than the encoder. */
const MANY = 20_000;

/** A run's sampler, which costs a pass over the vocabulary to make. */
const samplers = new WeakMap<RunConfig, CandidateSampler>();

/** Whether a run learns from sampled tokens of its target field instead of from all. */
export function isSampled({ train, encoder, target }: RunConfig): boolean {
  return train.loss === 'sampled' || (train.loss === 'auto' && encoder.sizes[target]! >= MANY);
}

/**
 * Mean cross-entropy over each question's target and tokens drawn for all of them (Jean et al., 2015), in nats. expected:
 * (rows, H), as `predictions` gives; targets: (rows) int32. Label smoothing is over all tokens nevertheless: their mean score
 * is the score of their mean.
 */
export function sampledCrossEntropy(
  config: RunConfig,
  weights: Weights,
  expected: tf.Tensor2D,
  targets: tf.Tensor1D,
  random: Random,
): tf.Scalar {
  const { ids, shifts } = samplerOf(config).draw(random);
  const candidates = { ids: tf.tensor1d(ids, 'int32'), shifts: tf.tensor1d(shifts) };
  const own = scoreOwn(weights, config.target, expected, targets);
  const loss = candidateLoss(weights, config.target, expected, own, candidates, targets);
  const { labelSmoothing } = config.train;
  if (labelSmoothing === 0) return loss;
  return loss.add(
    own
      .mean()
      .sub(meanScore(weights, config.target, expected))
      .mul(labelSmoothing),
  );
}

function samplerOf(config: RunConfig): CandidateSampler {
  const { negatives, logQ } = config.train;
  const known = samplers.get(config) ?? new CandidateSampler(config.encoder.sizes[config.target]!, negatives, logQ);
  samplers.set(config, known);
  return known;
}

/** Mean over rows of the mean score of all tokens of a field. */
function meanScore(weights: Weights, field: string, expected: tf.Tensor2D): tf.Scalar {
  const mean = (name: string) => weights[`${name}.${field}`]!.slice(FIRST_TOKEN).mean(0);
  return expected.mean(0).mul(mean('embeddings')).sum().add(mean('head.bias')).asScalar();
}
