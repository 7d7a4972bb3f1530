import { checkpointUnsupported } from '../../sequence/text/checkpoint-unsupported.ts';
import type { EncoderConfig } from '../config.ts';
import { requireFinite } from '../finite.ts';
import { type NamedArray, readSafetensors } from '../safetensors.ts';
import { weightShapes } from '../weights.ts';
import { transposed } from './arrays.ts';
import { checkpointDamaged } from './errors.ts';
import { WEIGHTS } from './files.ts';
import { bertNames, modernName, WORD } from './weight-names.ts';

export interface BertWeights {
  /** Weights by Portrait's names; a pooler or a masked-language head is complete or absent. */
  readonly arrays: Readonly<Record<string, NamedArray>>;
  /** Names of the other weights in the file. */
  readonly unusedWeights: readonly string[];
}

/**
 * Reads the weights of a BERT, with tokens in the checkpoint's order. Throws MODEL_DAMAGED, CHECKPOINT_DAMAGED if they
 * do not match its configuration, and CHECKPOINT_UNSUPPORTED.
 */
export function readWeights(file: string, encoder: EncoderConfig): BertWeights {
  const entries = Object.entries(readSafetensors(file).arrays);
  const byBertName = new Map(entries.map(([name, array]) => [modernName(name), array]));
  const shapes = weightShapes(encoder, { pooler: true });
  const arrays: Record<string, NamedArray> = {};
  const missing: string[] = [];
  for (const [portraitName, name] of bertNames(encoder.layers)) {
    const array = byBertName.get(name);
    if (array)
      arrays[portraitName] = checkAndTranspose(
        name,
        array,
        shapes[portraitName] ?? [],
        portraitName.endsWith('.weight'),
      );
    else missing.push(portraitName);
    byBertName.delete(name);
  }
  const missingWeight = missing.find((name) => !isOptional(name, missing));
  if (missingWeight) {
    const weight = bertNames(encoder.layers).get(missingWeight);
    throw checkpointDamaged(WEIGHTS, { variant: 'missing', weight });
  }
  const unusedWeights = [...byBertName.keys()].filter((name) => name !== DECODER);
  checkTied(byBertName.get(DECODER), arrays[`embeddings.${WORD}`]);
  requireFinite(file, arrays);
  return { arrays, unusedWeights };
}

function checkAndTranspose(name: string, array: NamedArray, shape: number[], isMatrix: boolean): NamedArray {
  const expected = isMatrix ? shape.toReversed() : shape;
  if (array.shape.join() === expected.join()) return isMatrix ? transposed(array) : array;
  throw checkpointDamaged(WEIGHTS, { variant: 'shape', weight: name, shape: array.shape, expected });
}

/** Weights of the pooler and of the masked-language head. */
const OPTIONAL_PARTS = [
  ['pooler.weight', 'pooler.bias'],
  ['head.transform.weight', 'head.transform.bias', 'head.norm.gamma', 'head.norm.beta', `head.bias.${WORD}`],
];

/** Whether a weight may be missing, which holds if its whole part is missing. */
function isOptional(name: string, missing: readonly string[]): boolean {
  const part = OPTIONAL_PARTS.find((names) => names.includes(name));
  return part?.every((other) => missing.includes(other)) ?? false;
}

const DECODER = 'cls.predictions.decoder.weight';

/**
 * Checks that the decoder is tied to the word embeddings; older checkpoints store it a second time. Throws
 * CHECKPOINT_UNSUPPORTED.
 */
function checkTied(decoder: NamedArray | undefined, words: NamedArray | undefined): void {
  if (!decoder || !words || decoder.data === words.data) return;
  if (decoder.data.length === words.data.length && decoder.data.every((value, i) => value === words.data[i])) return;
  throw checkpointUnsupported({ variant: 'untied' });
}
