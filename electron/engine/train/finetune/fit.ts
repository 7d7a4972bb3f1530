import type { HeadConfig } from '../../../../shared/domain/head-config.ts';
import type { EncoderConfig } from '../../model/config.ts';
import { disposeWeights, type Weights } from '../../model/weights.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { type Examples, FACTS, standardise } from './examples.ts';
import type { HeadModel } from './head/head.ts';
import { behaviourSamples } from './head/samples.ts';
import { scoreSamples } from './head/score.ts';
import { type HeadCurve, type HeadHooks, trainHead } from './head/train-head.ts';
import type { Labels } from './labels/labels.ts';
import { linearBaseline } from './linear/baseline.ts';
import type { Split } from './split.ts';

/** What all heads of one job have in common. Labels are of the first examples; of the others they are not known. */
export interface Ground {
  readonly start: { readonly encoder: EncoderConfig; readonly weights: Weights };
  readonly behaviours: Behaviours;
  readonly examples: Examples;
  readonly facts: Float32Array;
  readonly labels: Labels;
  readonly config: HeadConfig;
}

/** Scores of rows, (rows × outputs), row-major, before any softmax or sigmoid. */
export interface Fitted {
  /** Of the validation rows and of the test rows. */
  readonly validation: Float32Array;
  readonly test: Float32Array;
  /** Of the test rows by the linear model. */
  readonly linear: Float32Array;
  readonly curve: HeadCurve;
}

/**
 * Learns from a split's training rows and scores its test rows: the linear model on counts, then as many heads as there are
 * members, whose scores are averaged. `keep` is given the first head before it is let go.
 */
export function fitSplit(
  ground: Ground,
  split: Split,
  hooks: HeadHooks,
  keep: (model: HeadModel) => void = () => {},
): Fitted {
  const { start, behaviours, examples, labels, config } = ground;
  const facts = ground.facts.slice();
  standardise(facts, FACTS, split.training);
  const linear = linearBaseline(behaviours, examples, facts, labels, split, hooks.checkCancelled);
  const offsets = config.counts ? linear.unseen : null;
  const shape = { length: start.encoder.length, history: config.history };
  const samples = behaviourSamples(behaviours, examples, { facts, offsets }, shape);
  const outputs = labels.names.length;
  const validation = new Float32Array(split.validation.length * outputs);
  const test = new Float32Array(split.test.length * outputs);
  const curves: HeadCurve[] = [];
  for (let member = 0; member < config.members; member++) {
    const one = { ...config, seed: config.seed + 1_000_003 * member };
    const { model, curve } = trainHead(start, { samples, labels, split, config: one }, hooks);
    try {
      addShare(validation, scoreSamples(model, samples, split.validation, hooks.checkCancelled), config.members);
      addShare(test, scoreSamples(model, samples, split.test, hooks.checkCancelled), config.members);
      curves.push(curve);
      if (member === 0) keep(model);
    } finally {
      disposeWeights(model.weights);
    }
  }
  return { validation, test, linear: picked(linear.scores, split.test, outputs), curve: curves[0]! };
}

function addShare(sum: Float32Array, scores: Float32Array, members: number): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += scores[i]! / members;
}

function picked(scores: Float32Array, rows: Int32Array, outputs: number): Float32Array {
  const part = new Float32Array(rows.length * outputs);
  rows.forEach((row, r) => {
    part.set(scores.subarray(row * outputs, (row + 1) * outputs), r * outputs);
  });
  return part;
}
