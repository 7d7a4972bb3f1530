import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../../../shared/domain/random.ts';
import { PAD } from '../sequence/fields.ts';
import type { EncoderConfig } from './config.ts';

/** A model's weights by name; the names follow BERT's checkpoints where BERT has the weight. */
export type Weights = Readonly<Record<string, tf.Variable>>;

/** BERT's initial standard deviation, used there for embeddings and matrices alike. */
const EMBEDDING_DEVIATION = 0.02;

/** Optional layers on top of the encoder, besides the head that predicts its fields. */
export interface OutputLayers {
  /** BERT's pooler, `pooler.weight` and `pooler.bias`. */
  readonly pooler?: boolean;
  /**
   * Number of outputs of each linear head on pooled vectors, by its name: `NAME.weight` (width, outputs) and
   * `NAME.bias`.
   */
  readonly heads?: Readonly<Record<string, number>>;
}

/** Shape of each weight, in storage order. */
export function weightShapes(config: EncoderConfig, outputLayers: OutputLayers = {}): Record<string, number[]> {
  const { width, inner, layers, head, length, segments, sizes } = config;
  const shapes: Record<string, number[]> = {};
  const dense = (name: string, input: number, output: number) => {
    shapes[`${name}.weight`] = [input, output];
    shapes[`${name}.bias`] = [output];
  };
  const norm = (name: string) => {
    shapes[`${name}.gamma`] = [width];
    shapes[`${name}.beta`] = [width];
  };
  const residual = (name: string) => {
    if (config.norm === 'rezero') shapes[`${name}.alpha`] = [1];
    else norm(`${name}.norm`);
  };
  for (const [field, size] of Object.entries(sizes)) shapes[`embeddings.${field}`] = [size, width];
  shapes['embeddings.position'] = [length, width];
  shapes['embeddings.segment'] = [segments, width];
  norm('embeddings.norm');
  for (let l = 0; l < layers; l++) {
    for (const projection of ['query', 'key', 'value', 'output'])
      dense(`layer.${l}.attention.${projection}`, width, width);
    residual(`layer.${l}.attention`);
    dense(`layer.${l}.inner`, width, inner);
    dense(`layer.${l}.output`, inner, width);
    residual(`layer.${l}`);
  }
  if (config.norm === 'pre') norm('norm');
  if (head === 'transform') {
    dense('head.transform', width, width);
    norm('head.norm');
  }
  for (const [field, size] of Object.entries(sizes)) shapes[`head.bias.${field}`] = [size];
  if (outputLayers.pooler) dense('pooler', width, width);
  for (const [name, outputs] of Object.entries(outputLayers.heads ?? {})) dense(name, width, outputs);
  return shapes;
}

/** Weights initialised to zero: biases, betas and ReZero gates. */
const ZERO_INITIALISED = /\bbias\b|\.beta$|\.alpha$/;
/** Embeddings of tokens; their first row is padding. */
const TOKEN_EMBEDDINGS = /^embeddings\.(?!position$|segment$|norm\.)/;

/**
 * Initialises weights: truncated normal for embeddings and matrices, ones for gammas, zeros for biases; the padding's
 * embedding is zero. Matrices are scaled by their sizes (Glorot and Bengio, 2010): BERT's 0.02 suits its width of 768,
 * but at a width of 64 it leaves attention so flat that training stalls for hundreds of steps.
 */
export function initialWeights(shapes: Record<string, number[]>, random: Random): Weights {
  const weights: Record<string, tf.Variable> = {};
  for (const [name, shape] of Object.entries(shapes)) {
    const values = new Float32Array(tf.util.sizeFromShape(shape));
    if (name.endsWith('.gamma')) values.fill(1);
    else if (!ZERO_INITIALISED.test(name)) fillTruncatedNormal(values, deviationOf(name, shape), random);
    if (TOKEN_EMBEDDINGS.test(name)) values.fill(0, PAD * shape[1]!, shape[1]!);
    weights[name] = variableOf(values, shape);
  }
  return weights;
}

function deviationOf(name: string, [input = 1, output = 1]: readonly number[]): number {
  return name.startsWith('embeddings.') ? EMBEDDING_DEVIATION : Math.sqrt(2 / (input + output));
}

function fillTruncatedNormal(values: Float32Array, deviation: number, random: Random): void {
  for (let i = 0; i < values.length; i++) {
    let z = random.normal();
    while (Math.abs(z) > 2) z = random.normal();
    values[i] = z * deviation;
  }
}

export function variableOf(values: Float32Array, shape: number[]): tf.Variable {
  return tf.tidy(() => tf.variable(tf.tensor(values, shape)));
}

export function disposeWeights(weights: Weights): void {
  for (const weight of Object.values(weights)) weight.dispose();
}
