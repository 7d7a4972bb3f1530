import type { HeadConfig } from '../../../../shared/domain/head-config.ts';
import type { EncoderConfig } from '../../model/config.ts';
import { disposeWeights, type Weights } from '../../model/weights.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import { type Examples, FACTS, standardise } from './examples.ts';
import type { HeadModel } from './head/head.ts';
import { behaviourSamples } from './head/samples.ts';
import { scoreSamples } from './head/score.ts';
import { type HeadCurve, type HeadHooks, trainHead } from './head/train-head.ts';
import { vectorsOf } from './head/vectors.ts';
import { type Labels, PLAIN } from './labels/labels.ts';
import { type LinearScores, linearBaseline } from './linear/baseline.ts';
import { probe } from './linear/probe.ts';
import type { Split } from './split.ts';

/** Strengths that are tried of a probe without counts. */
const ALONE = [0.1, 1, 10, 100];

/** What all heads of one job have in common. Labels are of the first examples; of the others they are not known. */
export interface Ground {
  readonly start: { readonly encoder: EncoderConfig; readonly weights: Weights };
  readonly behaviours: Behaviours;
  readonly examples: Examples;
  readonly facts: Float32Array;
  readonly labels: Labels;
  readonly config: HeadConfig;
  /** What the encoder says of all examples, where all of it is frozen; else null. */
  readonly vectors: Float32Array | null;
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
 * members, whose scores are averaged; on a frozen encoder a probe instead, which needs no steps. `keep` is given the first
 * head before it is let go.
 */
export function fitSplit(ground: Ground, split: Split, hooks: HeadHooks, keep: (model: HeadModel) => void): Fitted {
  const facts = ground.facts.slice();
  standardise(facts, FACTS, split.training);
  const { behaviours, examples, labels } = ground;
  hooks.onLinear?.();
  const linear = linearBaseline(behaviours, examples, facts, labels, split, hooks.checkCancelled);
  const said = picked(linear.scores, split.test, labels.names.length);
  return { linear: said, ...(ground.vectors ? probed : trained)(ground, split, hooks, { facts, linear, keep }) };
}

interface Beside {
  readonly facts: Float32Array;
  readonly linear: LinearScores;
  keep(model: HeadModel): void;
}

function probed({ start, vectors, labels, config }: Ground, split: Split, hooks: HeadHooks, { linear, keep }: Beside) {
  const width = 2 * start.encoder.width;
  const strengths = config.counts ? [linear.C / 2, linear.C] : ALONE;
  const beside = config.counts ? linear.features : null;
  const { scores, validation } = probe(
    { vectors: vectors!, width },
    beside,
    labels,
    split,
    strengths,
    hooks.checkCancelled,
  );
  keep({ ...start, scale: PLAIN });
  hooks.onStep?.(1, 0);
  return { validation, test: picked(scores, split.test, labels.names.length), curve: { training: [], validation: [] } };
}

function trained(ground: Ground, split: Split, hooks: HeadHooks, { facts, linear, keep }: Beside) {
  const { start, behaviours, examples, labels, config } = ground;
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
  return { validation, test, curve: curves[0]! };
}

/** What the encoder says of all examples, where none of it is to be trained; else null. */
export function frozenVectors(ground: Omit<Ground, 'vectors'>, tick: () => void): Float32Array | null {
  const { start, behaviours, examples, config } = ground;
  if (config.frozen <= start.encoder.layers) return null;
  const shape = { length: start.encoder.length, history: config.history };
  const samples = behaviourSamples(behaviours, examples, { facts: new Float32Array(0), offsets: null }, shape);
  return vectorsOf(start, samples, examples.history.length, tick);
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
