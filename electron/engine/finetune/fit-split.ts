import type { HeadConfig } from '../../../shared/domain/finetune-config.ts';
import { disposeWeights } from '../model/weights.ts';
import { arraysOf } from '../runs/run-files.ts';
import { type Examples, FACTS } from './examples.ts';
import { behaviourSamples } from './head/samples.ts';
import { scoreSamples } from './head/score.ts';
import { type HeadCurve, type HeadHooks, trainHead } from './head/train-head.ts';
import { type Labels, scaleOf } from './labels/labels.ts';
import { type LinearScores, linearBaseline } from './linear/baseline.ts';
import type { LinearModel } from './linear/linear-model.ts';
import { probe } from './linear/probe.ts';
import { meanOf, type Reading, type Scorer } from './scorer/scorer.ts';
import type { Split } from './split.ts';
import { type Standard, standardised, standardOf } from './standardisation.ts';

/** Strengths that are tried of a probe without counts. */
const ALONE = [0.1, 1, 10, 100];

/** What all heads of one job have in common. */
export interface Ground extends Reading {
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
 * members, whose scores are averaged; on a frozen encoder a probe instead, which needs no steps. The scorer says of anyone
 * what was learnt.
 */
export async function fitSplit(ground: Ground, split: Split, hooks: HeadHooks): Promise<Fitted & { scorer: Scorer }> {
  const { behaviours, examples, labels } = ground;
  const standard = standardOf(ground.facts, FACTS, split.training);
  const facts = standardised(ground.facts, standard);
  hooks.onLinear?.();
  const linear = linearBaseline(behaviours, examples, facts, labels, split, hooks.checkCancelled);
  const said = picked(linear.scores, split.test, labels.names.length);
  const beside = { standard, facts, linear };
  return { linear: said, ...(await (ground.vectors ? probed : trained)(ground, split, hooks, beside)) };
}

interface Beside {
  readonly standard: Standard;
  /** By the standard. */
  readonly facts: Float32Array;
  readonly linear: LinearScores;
}

function probed(ground: Ground, split: Split, hooks: HeadHooks, { standard, linear }: Beside) {
  const { start, labels, config } = ground;
  const vectors = { vectors: ground.vectors!, width: 2 * start.encoder.width };
  const strengths = config.counts ? [linear.C / 2, linear.C] : ALONE;
  const beside = config.counts ? linear.features : null;
  const found = probe(vectors, beside, labels, split, strengths, hooks.checkCancelled);
  hooks.onStep?.(1, Number.NaN);
  const scorer: Scorer = {
    kind: 'solved',
    facts: standard,
    terms: config.counts ? linear.terms : null,
    vectors: found.standard,
    linear: asKept(found.model),
  };
  const test = picked(found.scores, split.test, labels.names.length);
  return { validation: found.validation, test, curve: { training: [], validation: [] }, scorer };
}

async function trained(ground: Ground, split: Split, hooks: HeadHooks, { standard, facts, linear }: Beside) {
  const { start, behaviours, examples, labels, config, history } = ground;
  const offsets = config.counts ? linear.unseen : null;
  const samples = behaviourSamples({ behaviours, examples, facts, offsets, history, length: start.encoder.length });
  const heads = [];
  for (let member = 0; member < config.members; member++) {
    const one = { ...config, seed: config.seed + 1_000_003 * member };
    const { model, curve } = await trainHead(start, { samples, labels, split, config: one }, hooks);
    try {
      const score = (rows: Int32Array) => scoreSamples(model, samples, rows, hooks.checkCancelled);
      const arrays = arraysOf(model.weights);
      heads.push({ validation: score(split.validation), test: score(split.test), curve, arrays });
    } finally {
      disposeWeights(model.weights);
    }
  }
  const scorer: Scorer = {
    kind: 'trained',
    facts: standard,
    terms: config.counts ? linear.terms : null,
    linear: config.counts ? asKept(linear.model) : null,
    scale: scaleOf(labels, split.training),
    members: heads.map(({ arrays }) => arrays),
  };
  return {
    validation: meanOf(heads.map(({ validation }) => validation)),
    test: meanOf(heads.map(({ test }) => test)),
    curve: heads[0]!.curve,
    scorer,
  };
}

/** In the precision that a file has, so that what was kept says the same as what was learnt. */
const asKept = (model: LinearModel): LinearModel => ({
  ...model,
  coefficients: Float32Array.from(model.coefficients),
});

function picked(scores: Float32Array, rows: Int32Array, outputs: number): Float32Array {
  const part = new Float32Array(rows.length * outputs);
  rows.forEach((row, r) => {
    part.set(scores.subarray(row * outputs, (row + 1) * outputs), r * outputs);
  });
  return part;
}
