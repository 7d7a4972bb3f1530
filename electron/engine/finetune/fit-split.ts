import type { FinetuneConfig } from '../../../shared/domain/finetune-config.ts';
import type { NamedArray } from '../model/safetensors.ts';
import { disposeWeights } from '../model/weights.ts';
import { arraysOf } from '../runs/run-files.ts';
import { type Examples, FACTS } from './examples.ts';
import type { FitPart } from './fit-parts.ts';
import { behaviourSamples } from './head/samples.ts';
import { scoreSamples } from './head/score.ts';
import { type HeadCurve, type HeadHooks, trainHead } from './head/train-head.ts';
import { fitTargetScale, type Labels } from './labels/labels.ts';
import { type LinearBaseline, linearBaseline } from './linear/baseline.ts';
import type { LinearModel } from './linear/linear-model.ts';
import { fitProbe } from './linear/probe.ts';
import { type EncoderInput, meanOf, type Scorer } from './scorer/scorer.ts';
import type { Split } from './split.ts';
import { fitStandardScaler, type StandardScaler, standardised } from './standardisation.ts';

/** Inverse regularisation strengths tried for a probe without counts. */
const PROBE_STRENGTHS = [0.1, 1, 10, 100];

/** Data and settings shared by all fits of one job. */
export interface FitContext extends EncoderInput {
  readonly examples: Examples;
  readonly facts: Float32Array;
  readonly labels: Labels;
  readonly config: FinetuneConfig;
  /** Encoder vectors of all examples if the whole encoder is frozen, else null. */
  readonly vectors: Float32Array | null;
  /** Folder of the finished parts; null if they are not saved. */
  readonly partsFolder: string | null;
}

/** Returns a member of the model from where an interrupted fit has saved it, or fits and saves it. */
export type ReadOrFitMember = (member: number, compute: () => Promise<FitPart>) => Promise<FitPart>;

/** Scores of one split, (rows × outputs), row-major, before softmax or sigmoid. */
export interface SplitScores {
  /** Scores of the validation rows and of the test rows. */
  readonly validation: Float32Array;
  readonly test: Float32Array;
  /** Scores of the test rows by the linear model on counts. */
  readonly linear: Float32Array;
  readonly curve: HeadCurve;
}

/**
 * Fits a split's training rows and scores its test rows: first the linear model on counts, then one head per member,
 * whose scores are averaged; on a frozen encoder a probe instead, which needs no gradient steps. The returned scorer
 * applies the same model to any user.
 */
export async function fitSplit(
  fitContext: FitContext,
  split: Split,
  hooks: HeadHooks,
  readOrFitMember: ReadOrFitMember,
): Promise<SplitScores & { scorer: Scorer }> {
  const { behaviours, examples, labels } = fitContext;
  const scaler = fitStandardScaler(fitContext.facts, FACTS, split.training);
  const facts = standardised(fitContext.facts, scaler);
  hooks.onLinear?.();
  const linear = linearBaseline(behaviours, examples, facts, labels, split, hooks.checkCancelled);
  const linearTestScores = selectRows(linear.scores, split.test, labels.names.length);
  const baseline = { scaler, facts, linear };
  const fitted = fitContext.vectors
    ? fitProbeOnSplit(fitContext, split, hooks, baseline)
    : await fitMembersOnSplit(fitContext, split, hooks, baseline, readOrFitMember);
  return { linear: linearTestScores, ...fitted };
}

interface FittedBaseline {
  readonly scaler: StandardScaler;
  /** Standardised by `scaler`. */
  readonly facts: Float32Array;
  readonly linear: LinearBaseline;
}

function fitProbeOnSplit(fitContext: FitContext, split: Split, hooks: HeadHooks, { scaler, linear }: FittedBaseline) {
  const { baseEncoder, labels, config } = fitContext;
  const vectors = { vectors: fitContext.vectors!, width: 2 * baseEncoder.encoder.width };
  const strengths = config.counts ? [linear.C / 2, linear.C] : PROBE_STRENGTHS;
  const counts = config.counts ? linear.features : null;
  const fittedProbe = fitProbe(vectors, counts, labels, split, strengths, hooks.checkCancelled);
  hooks.onStep?.(1, Number.NaN);
  const scorer: Scorer = {
    kind: 'solved',
    facts: scaler,
    terms: config.counts ? linear.terms : null,
    vectors: fittedProbe.scaler,
    linear: inFilePrecision(fittedProbe.model),
  };
  const test = selectRows(fittedProbe.scores, split.test, labels.names.length);
  return { validation: fittedProbe.validation, test, curve: { training: [], validation: [] }, scorer };
}

async function fitMembersOnSplit(
  fitContext: FitContext,
  split: Split,
  hooks: HeadHooks,
  { scaler, facts, linear }: FittedBaseline,
  readOrFitMember: ReadOrFitMember,
) {
  const { baseEncoder, behaviours, examples, labels, config, history } = fitContext;
  const offsets = config.counts ? linear.outOfFold : null;
  const samples = behaviourSamples({
    behaviours,
    examples,
    facts,
    offsets,
    history,
    length: baseEncoder.encoder.length,
  });
  const fitMember = async (member: number): Promise<FitPart> => {
    const memberConfig = { ...config, seed: config.seed + 1_000_003 * member };
    const memberHooks: HeadHooks = {
      ...hooks,
      onStep: (share, loss) => hooks.onStep?.((member + share) / config.members, loss),
    };
    const task = { samples, labels, split, config: memberConfig };
    const { model, curve } = await trainHead(baseEncoder, task, memberHooks);
    try {
      const score = (rows: Int32Array) => rowOf(scoreSamples(model, samples, rows, hooks.checkCancelled));
      const scores = { validation: score(split.validation), test: score(split.test) };
      return { arrays: { ...arraysOf(model.weights, WEIGHT), ...scores }, curve };
    } finally {
      disposeWeights(model.weights);
    }
  };
  const members: FitPart[] = [];
  for (let member = 0; member < config.members; member++)
    members.push(await readOrFitMember(member, () => fitMember(member)));
  const scorer: Scorer = {
    kind: 'trained',
    facts: scaler,
    terms: config.counts ? linear.terms : null,
    linear: config.counts ? inFilePrecision(linear.model) : null,
    scale: fitTargetScale(labels, split.training),
    members: members.map(({ arrays }) => weightsIn(arrays)),
  };
  return {
    validation: meanOf(members.map(({ arrays }) => arrays.validation!.data)),
    test: meanOf(members.map(({ arrays }) => arrays.test!.data)),
    curve: members[0]!.curve,
    scorer,
  };
}

/** Prefix of the names of weights among the arrays of a part. */
const WEIGHT = 'weight/';

function weightsIn(arrays: FitPart['arrays']): FitPart['arrays'] {
  const entries = Object.entries(arrays).filter(([name]) => name.startsWith(WEIGHT));
  return Object.fromEntries(entries.map(([name, array]) => [name.slice(WEIGHT.length), array]));
}

/** Returns numbers as an array of one dimension. */
export const rowOf = (data: Float32Array): NamedArray => ({ shape: [data.length], data });

/** Rounds coefficients to the precision of the file, so that a saved model scores exactly like the fitted one. */
const inFilePrecision = (model: LinearModel): LinearModel => ({
  ...model,
  coefficients: Float32Array.from(model.coefficients),
});

function selectRows(scores: Float32Array, rows: Int32Array, outputs: number): Float32Array {
  const selected = new Float32Array(rows.length * outputs);
  rows.forEach((row, r) => {
    selected.set(scores.subarray(row * outputs, (row + 1) * outputs), r * outputs);
  });
  return selected;
}
