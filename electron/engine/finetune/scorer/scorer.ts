import type { EncoderConfig } from '../../model/config.ts';
import type { NamedArray } from '../../model/safetensors.ts';
import { disposeWeights, type Weights } from '../../model/weights.ts';
import { weightsOf } from '../../runs/run-files.ts';
import type { Behaviours } from '../../sequence/encode.ts';
import type { Pool } from '../../threads/pool.ts';
import type { Examples } from '../examples.ts';
import type { BehaviourSamples } from '../head/samples.ts';
import { outputsOf } from '../head/score.ts';
import { type Scale, unscaled } from '../labels/labels.ts';
import { countFeatures, type Terms } from '../linear/count-features.ts';
import { type LinearModel, linearScores } from '../linear/linear-model.ts';
import { joined } from '../linear/probe.ts';
import { type Standard, standardised } from '../standardisation.ts';
import { askEveryone } from './score-all.ts';

interface Common {
  /** Of the facts of an example, see `factsOf`. */
  readonly facts: Standard;
  /** What is counted; null where nothing is. */
  readonly terms: readonly Terms[] | null;
}

/** A head on an encoder that was left as it is: a linear model on its vectors, beside counts or alone. */
export interface Solved extends Common {
  readonly kind: 'solved';
  readonly vectors: Standard;
  readonly linear: LinearModel;
}

/** Heads that were trained with their encoders, each adding to what the linear model on counts says; their mean counts. */
export interface Trained extends Common {
  readonly kind: 'trained';
  readonly linear: LinearModel | null;
  readonly scale: Scale;
  /** Weights of the encoder and the head of each. */
  readonly members: readonly Readonly<Record<string, NamedArray>>[];
}

/** All that turns behaviour into scores once a head has been learnt, but for the encoder that a solved one stands on. */
export type Scorer = Solved | Trained;

/** Whose behaviour is read, and how. */
export interface Reading {
  readonly start: { readonly encoder: EncoderConfig; readonly weights: Weights };
  readonly behaviours: Behaviours;
  /** Behaviours read of a history. */
  readonly history: number;
}

/** Scores of examples whose facts are given, (examples × outputs), row-major: before any softmax or sigmoid. */
export async function scoresOf(
  scorer: Scorer,
  reading: Reading,
  examples: Examples,
  facts: Float32Array,
  pool: Pool,
  tick: (done: number) => void,
): Promise<Float32Array> {
  const standard = standardised(facts, scorer.facts);
  const features = scorer.terms && countFeatures(reading.behaviours, examples, scorer.terms, standard);
  const rows = Int32Array.from(examples.history.keys());
  if (scorer.kind === 'solved') {
    const { vectors, linear } = scorer;
    const said = standardised(await frozenVectors(reading, examples, pool, tick), vectors);
    return Float32Array.from(linearScores(linear, joined(features, said, vectors.mean.length), rows));
  }
  const { linear, members, scale } = scorer;
  const offsets = linear && features ? Float32Array.from(linearScores(linear, features, rows)) : null;
  const { encoder } = reading.start;
  const samples = { ...samplesOf(reading, examples), facts: standard, offsets };
  const parts: Float32Array[] = [];
  for (const arrays of members) {
    const weights = weightsOf(arrays);
    try {
      const scores = await askEveryone({ encoder, weights, scale }, samples, outputsOf({ weights }), pool, tick);
      parts.push(unscaled(scores, scale));
    } finally {
      disposeWeights(weights);
    }
  }
  return meanOf(parts);
}

/** What an encoder that is left as it is says of examples, (examples × 2 widths), row-major. */
export function frozenVectors(
  reading: Reading,
  examples: Examples,
  pool: Pool,
  tick: (done: number) => void,
): Promise<Float32Array> {
  const { encoder } = reading.start;
  return askEveryone({ ...reading.start, scale: null }, samplesOf(reading, examples), 2 * encoder.width, pool, tick);
}

function samplesOf({ behaviours, history, start }: Reading, examples: Examples): BehaviourSamples {
  return { behaviours, examples, facts: new Float32Array(0), offsets: null, history, length: start.encoder.length };
}

/** The mean of several heads' scores of the same rows. */
export function meanOf(parts: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(parts[0]?.length ?? 0);
  for (const part of parts) for (let i = 0; i < mean.length; i++) mean[i]! += part[i]! / parts.length;
  return mean;
}
