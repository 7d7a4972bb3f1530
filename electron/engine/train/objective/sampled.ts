import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../../../../shared/domain/random.ts';
import { candidateLoss, scoreOneToken } from '../../model/token-loss.ts';
import type { Weights } from '../../model/weights.ts';
import type { RunConfig } from '../../runs/run-files.ts';
import { FIRST_TOKEN } from '../../sequence/fields.ts';
import { CandidateSampler } from './candidates.ts';

/** Number of tokens from which `auto` samples; below it, scoring all tokens costs less than the encoder. */
const SAMPLING_THRESHOLD = 20_000;

/** Sampler of each run; creating one costs a pass over the vocabulary. */
const samplers = new WeakMap<RunConfig, CandidateSampler>();

/** Whether the loss of a run is computed over sampled tokens of its target field instead of all. */
export function isSampled({ train, encoder, target }: RunConfig): boolean {
  return train.loss === 'sampled' || (train.loss === 'auto' && encoder.sizes[target]! >= SAMPLING_THRESHOLD);
}

/**
 * Mean cross-entropy over each target and the tokens sampled for the whole batch (Jean et al., 2015), in nats.
 * `expected`: (rows, H), as returned by `predictions`; `targets`: (rows) int32. Label smoothing still covers all
 * tokens, since their mean score equals the score of their mean embedding.
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
  const targetScores = scoreOneToken(weights, config.target, expected, targets);
  const loss = candidateLoss(weights, config.target, expected, targetScores, candidates, targets);
  const { labelSmoothing } = config.train;
  if (labelSmoothing === 0) return loss;
  return loss.add(
    targetScores
      .mean()
      .sub(meanScore(weights, config.target, expected))
      .mul(labelSmoothing),
  );
}

function samplerOf(config: RunConfig): CandidateSampler {
  const { negatives, logQ } = config.train;
  const sampler = samplers.get(config) ?? new CandidateSampler(config.encoder.sizes[config.target]!, negatives, logQ);
  samplers.set(config, sampler);
  return sampler;
}

/** Mean over rows of the mean score of all tokens of a field. */
function meanScore(weights: Weights, field: string, expected: tf.Tensor2D): tf.Scalar {
  const mean = (name: string) => weights[`${name}.${field}`]!.slice(FIRST_TOKEN).mean(0);
  return expected.mean(0).mul(mean('embeddings')).sum().add(mean('head.bias')).asScalar();
}
