import type { EncoderConfig } from '../../model/config.ts';
import type { NamedArray } from '../../model/safetensors.ts';
import { disposeWeights, type Weights } from '../../model/weights.ts';
import { weightsOf } from '../../runs/run-files.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import type { Pool } from '../../threads/pool.ts';
import type { Examples } from '../examples.ts';
import type { SampleSource } from '../head/samples.ts';
import { outputCount } from '../head/score.ts';
import { type TargetScale, unscaleInPlace } from '../labels/labels.ts';
import { countFeatures, type Terms } from '../linear/count-features.ts';
import { type LinearModel, linearScores } from '../linear/linear-model.ts';
import { concatenateFeatures } from '../linear/probe.ts';
import { type StandardScaler, standardised } from '../standardisation.ts';
import { scoreAll } from './score-all.ts';

interface ScorerBase {
  /** Scaler of the facts of an example, see `factsOf`. */
  readonly facts: StandardScaler;
  /** Terms that are counted; null if the scorer uses no counts. */
  readonly terms: readonly Terms[] | null;
}

/** A probe: a linear model on the vectors of a frozen encoder, with or without counts beside them. */
export interface ProbeScorer extends ScorerBase {
  readonly kind: 'solved';
  readonly vectors: StandardScaler;
  readonly linear: LinearModel;
}

/**
 * Heads trained together with their encoders, each added to the scores of the linear model on counts, if there is one;
 * their scores are averaged.
 */
export interface FineTunedScorer extends ScorerBase {
  readonly kind: 'trained';
  readonly linear: LinearModel | null;
  readonly scale: TargetScale;
  /** Weights of the encoder and the head of each member. */
  readonly members: readonly Readonly<Record<string, NamedArray>>[];
}

/** Everything that maps behaviour to scores, except the encoder of a probe, which is the run's. */
export type Scorer = ProbeScorer | FineTunedScorer;

/** The encoder, and the behaviours it reads. */
export interface EncoderInput {
  readonly baseEncoder: { readonly encoder: EncoderConfig; readonly weights: Weights };
  readonly behaviours: Behaviours;
  /** Maximum number of behaviours read per history, the most recent ones. */
  readonly history: number;
}

/**
 * Returns the scores of examples with their facts, (examples × outputs), row-major: before softmax or sigmoid, numbers
 * in their own unit.
 */
export async function scoresOf(
  scorer: Scorer,
  encoderInput: EncoderInput,
  examples: Examples,
  facts: Float32Array,
  pool: Pool,
  onProgress: (done: number) => void,
): Promise<Float32Array> {
  const scaledFacts = standardised(facts, scorer.facts);
  const features = scorer.terms && countFeatures(encoderInput.behaviours, examples, scorer.terms, scaledFacts);
  const rows = Int32Array.from(examples.history.keys());
  if (scorer.kind === 'solved') {
    const { vectors, linear } = scorer;
    const scaledVectors = standardised(await frozenVectors(encoderInput, examples, pool, onProgress), vectors);
    return Float32Array.from(
      linearScores(linear, concatenateFeatures(features, scaledVectors, vectors.mean.length), rows),
    );
  }
  const { linear, members, scale } = scorer;
  const offsets = linear && features ? Float32Array.from(linearScores(linear, features, rows)) : null;
  const { encoder } = encoderInput.baseEncoder;
  const samples = { ...samplesOf(encoderInput, examples), facts: scaledFacts, offsets };
  const memberScores: Float32Array[] = [];
  for (const arrays of members) {
    const weights = weightsOf(arrays);
    try {
      const scores = await scoreAll({ encoder, weights, scale }, samples, outputCount({ weights }), pool, onProgress);
      memberScores.push(unscaleInPlace(scores, scale));
    } finally {
      disposeWeights(weights);
    }
  }
  return meanOf(memberScores);
}

/** Returns the pooled vectors of examples from a frozen encoder, (examples × 2 widths), row-major. */
export function frozenVectors(
  encoderInput: EncoderInput,
  examples: Examples,
  pool: Pool,
  onProgress: (done: number) => void,
): Promise<Float32Array> {
  const { encoder } = encoderInput.baseEncoder;
  return scoreAll(
    { ...encoderInput.baseEncoder, scale: null },
    samplesOf(encoderInput, examples),
    2 * encoder.width,
    pool,
    onProgress,
  );
}

function samplesOf({ behaviours, history, baseEncoder }: EncoderInput, examples: Examples): SampleSource {
  return {
    behaviours,
    examples,
    facts: new Float32Array(0),
    offsets: null,
    history,
    length: baseEncoder.encoder.length,
  };
}

/** Returns the element-wise mean of the scores of several heads for the same rows. */
export function meanOf(parts: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(parts[0]?.length ?? 0);
  for (const part of parts) for (let i = 0; i < mean.length; i++) mean[i]! += part[i]! / parts.length;
  return mean;
}
