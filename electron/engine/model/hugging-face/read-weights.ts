import type { EncoderConfig } from '../config.ts';
import { type NamedArray, readSafetensors } from '../safetensors.ts';
import { weightShapes } from '../weights.ts';
import { transposed } from './arrays.ts';
import { checkpointDamaged, checkpointUnsupported } from './errors.ts';
import { CONFIG, WEIGHTS } from './files.ts';
import { bertNames, modernName, WORD } from './weight-names.ts';

export interface ReadWeights {
  /** By Portrait's names; a pooler and a head are there as a whole or not at all. */
  readonly arrays: Readonly<Record<string, NamedArray>>;
  /** Names of what else the file has. */
  readonly passedOver: readonly string[];
}

/**
 * The weights of a BERT whose tokens are in the checkpoint's own order. Throws MODEL_DAMAGED, CHECKPOINT_DAMAGED where they
 * are not those that its configuration describes, and CHECKPOINT_UNSUPPORTED.
 */
export function readWeights(file: string, encoder: EncoderConfig): ReadWeights {
  const read = Object.entries(readSafetensors(file).arrays);
  const theirs = new Map(read.map(([name, array]) => [modernName(name), array]));
  const shapes = weightShapes(encoder, { pooler: true });
  const arrays: Record<string, NamedArray> = {};
  const missing: string[] = [];
  for (const [ours, name] of bertNames(encoder.layers)) {
    const array = theirs.get(name);
    if (array) arrays[ours] = checked(name, array, shapes[ours] ?? [], ours.endsWith('.weight'));
    else missing.push(ours);
    theirs.delete(name);
  }
  const lacks = missing.find((name) => !isOptional(name, missing));
  if (lacks) throw checkpointDamaged(WEIGHTS, `it lacks ${bertNames(encoder.layers).get(lacks)}`);
  const passedOver = [...theirs.keys()].filter((name) => name !== DECODER);
  checkTied(theirs.get(DECODER), arrays[`embeddings.${WORD}`]);
  return { arrays, passedOver };
}

function checked(name: string, array: NamedArray, shape: number[], isMatrix: boolean): NamedArray {
  const expected = isMatrix ? shape.toReversed() : shape;
  if (array.shape.join() === expected.join()) return isMatrix ? transposed(array) : array;
  throw checkpointDamaged(WEIGHTS, `${name} is (${array.shape}), where ${CONFIG} asks for (${expected})`);
}

/** Weights of the pooler and of the head that predicts words. */
const PARTS = [
  ['pooler.weight', 'pooler.bias'],
  ['head.transform.weight', 'head.transform.bias', 'head.norm.gamma', 'head.norm.beta', `head.bias.${WORD}`],
];

/** Whether a weight may be missing, since all of its part is. */
function isOptional(name: string, missing: readonly string[]): boolean {
  const part = PARTS.find((names) => names.includes(name));
  return part?.every((other) => missing.includes(other)) ?? false;
}

const DECODER = 'cls.predictions.decoder.weight';

/** The head's scores are products with the word embeddings; older checkpoints keep those a second time. */
function checkTied(decoder: NamedArray | undefined, words: NamedArray | undefined): void {
  if (!decoder || !words || decoder.data === words.data) return;
  if (decoder.data.length === words.data.length && decoder.data.every((value, i) => value === words.data[i])) return;
  throw checkpointUnsupported('its head has a decoder of its own instead of the word embeddings');
}
