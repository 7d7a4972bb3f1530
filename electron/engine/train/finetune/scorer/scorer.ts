import type { EncoderConfig } from '../../../model/config.ts';
import type { NamedArray } from '../../../model/safetensors.ts';
import { disposeWeights, type Weights } from '../../../model/weights.ts';
import type { Behaviours } from '../../../sequence/encode.ts';
import { weightsOf } from '../../run-files.ts';
import type { Examples } from '../examples.ts';
import { behaviourSamples } from '../head/samples.ts';
import { scoreSamples } from '../head/score.ts';
import { vectorsOf } from '../head/vectors.ts';
import type { Scale } from '../labels/labels.ts';
import { countFeatures, type Terms } from '../linear/counts.ts';
import { type LinearModel, linearScores } from '../linear/linear-model.ts';
import { joined } from '../linear/probe.ts';
import { type Standard, standardised } from '../standard.ts';

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
export function scoresOf(
  scorer: Scorer,
  reading: Reading,
  examples: Examples,
  facts: Float32Array,
  tick: (done: number) => void,
): Float32Array {
  const standard = standardised(facts, scorer.facts);
  const features = scorer.terms && countFeatures(reading.behaviours, examples, scorer.terms, standard);
  const rows = Int32Array.from(examples.history.keys());
  if (scorer.kind === 'solved') {
    const { vectors, linear } = scorer;
    const said = standardised(frozenVectors(reading, examples, tick), vectors);
    return Float32Array.from(linearScores(linear, joined(features, said, vectors.mean.length), rows));
  }
  const { linear, members, scale } = scorer;
  const offsets = linear && features ? Float32Array.from(linearScores(linear, features, rows)) : null;
  const { start, behaviours, history } = reading;
  const shape = { length: start.encoder.length, history };
  const samples = behaviourSamples(behaviours, examples, { facts: standard, offsets }, shape);
  const parts = members.map((arrays) => {
    const model = { encoder: start.encoder, weights: weightsOf(arrays), scale };
    try {
      return scoreSamples(model, samples, rows, tick);
    } finally {
      disposeWeights(model.weights);
    }
  });
  return meanOf(parts);
}

/** What an encoder that is left as it is says of examples, (examples × 2 widths), row-major. */
export function frozenVectors(
  { start, behaviours, history }: Reading,
  examples: Examples,
  tick: (done: number) => void,
): Float32Array {
  const shape = { length: start.encoder.length, history };
  const samples = behaviourSamples(behaviours, examples, { facts: new Float32Array(0), offsets: null }, shape);
  return vectorsOf(start, samples, examples.history.length, tick);
}

/** The mean of several heads' scores of the same rows. */
export function meanOf(parts: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(parts[0]?.length ?? 0);
  for (const part of parts) for (let i = 0; i < mean.length; i++) mean[i]! += part[i]! / parts.length;
  return mean;
}
