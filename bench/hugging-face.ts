import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { EncoderConfig } from '../electron/engine/model/config.ts';
import { loadBert } from '../electron/engine/model/hugging-face/load.ts';
import { saveBert } from '../electron/engine/model/hugging-face/save.ts';
import { startWasm } from '../electron/engine/model/kernels/register.ts';
import { type NamedArray, readSafetensors, writeSafetensors } from '../electron/engine/model/safetensors.ts';
import { disposeWeights, weightShapes } from '../electron/engine/model/weights.ts';
import { Random } from '../shared/domain/random.ts';
import type { Bench, Row } from './row.ts';
import { batchOf, largestDifference, passOf, weightsOfArrays } from './support/bert-pass.ts';

/** Checkpoints with random weights: a tiny one, a medium one, and one of the shape of bert-base-chinese. */
const CHECKPOINTS = [
  {
    vocab_size: 45,
    hidden_size: 16,
    num_hidden_layers: 2,
    num_attention_heads: 2,
    intermediate_size: 32,
    max_position_embeddings: 12,
  },
  {
    vocab_size: 5000,
    hidden_size: 256,
    num_hidden_layers: 4,
    num_attention_heads: 8,
    intermediate_size: 1024,
    max_position_embeddings: 128,
  },
  {
    vocab_size: 21128,
    hidden_size: 768,
    num_hidden_layers: 12,
    num_attention_heads: 12,
    intermediate_size: 3072,
    max_position_embeddings: 128,
  },
];

/** Runs with random weights, each with its difference from a bidirectional BERT. */
const RUNS: [string, Partial<EncoderConfig>][] = [
  ['a text run', {}],
  ['positions from the end', { positions: 'fromEnd' }],
  ['looking back only', { causal: true }],
];

const CLOSE = 1e-4;

/**
 * Largest difference between Portrait's forward pass and that of Hugging Face's transformers, over all positions of
 * three sequences of different lengths: for checkpoints written by transformers and loaded by Portrait, and for runs
 * saved by Portrait and loaded by transformers. Fails above 1e-4.
 */
const bench: Bench = async () => {
  await startWasm();
  const rows = [...CHECKPOINTS.flatMap(loaded), ...RUNS.flatMap(([name, special]) => saved(name, special))];
  if (rows.some(({ figure }) => !(figure < CLOSE))) process.exitCode = 1;
  return rows;
};
export default bench;

function loaded(shape: (typeof CHECKPOINTS)[number]): Row[] {
  return inFolder((folder) => {
    const { version } = transformers('make', folder, JSON.stringify(shape));
    const bert = loadBert(folder);
    const expected = readSafetensors(join(folder, 'expected.safetensors')).arrays;
    const size = `${shape.hidden_size} wide, ${shape.num_hidden_layers} layers, ${shape.vocab_size.toLocaleString('en')} pieces`;
    return compared(`loaded, ${size}`, version, bert, bert.words.ids, 'word', expected, expected);
  });
}

function saved(name: string, special: Partial<EncoderConfig>): Row[] {
  return inFolder((folder) => {
    const field = 'item';
    const encoder = EncoderConfig.parse({
      width: 64,
      layers: 3,
      heads: 4,
      inner: 256,
      length: 32,
      positions: 'fromStart',
      sizes: { [field]: 500 },
      ...special,
    });
    const arrays = randomArrays(weightShapes(encoder, { pooler: true }));
    const pieces = Array.from({ length: encoder.sizes[field]! }, (_, token) => `piece ${token}`);
    const { padding } = saveBert(folder, { encoder, arrays, pieces });
    const inputs = someInputs(encoder.length, pieces.length, padding);
    writeSafetensors(join(folder, 'inputs.safetensors'), inputs);
    const { version, missing, unexpected } = transformers('check', folder);
    if (missing.length > 0) throw new Error(`transformers lacks ${missing}`);
    const unknownWeights = unexpected.filter((weight) => !weight.startsWith('bert.pooler.'));
    if (unknownWeights.length > 0) throw new Error(`transformers does not know ${unknownWeights}`);
    const outputs = readSafetensors(join(folder, 'outputs.safetensors')).arrays;
    const ids = Int32Array.from(pieces.keys());
    return compared(`saved, ${name}`, version, { encoder, arrays }, ids, field, inputs, outputs);
  });
}

function compared(
  name: string,
  version: string,
  { encoder, arrays }: { encoder: EncoderConfig; arrays: Readonly<Record<string, NamedArray>> },
  ids: Int32Array,
  field: string,
  inputs: Readonly<Record<string, NamedArray>>,
  expectedArrays: Readonly<Record<string, NamedArray>>,
): Row[] {
  const batch = batchOf(inputs, ids, field);
  const weights = weightsOfArrays(arrays);
  const portraitArrays = passOf(encoder, weights, batch, field);
  disposeWeights(weights);
  const row = (label: string, ...arrays: string[]): Row => {
    const differences = arrays.map((array) => {
      const [values, expectedArray] = [portraitArrays.get(array), expectedArrays[array]];
      return values && expectedArray ? largestDifference(array, values, expectedArray, batch.mask, ids) : Number.NaN;
    });
    const largest = arrays.map(
      (array) => expectedArrays[array]?.data.reduce((max, x) => Math.max(max, Math.abs(x)), 0) ?? Number.NaN,
    );
    return {
      case: `${name}: ${label}`,
      figure: Math.max(...differences),
      unit: 'largest difference',
      peer: `transformers ${version}, largest value`,
      peerFigure: Math.max(...largest),
      ratio: null,
    };
  };
  const layers = Array.from({ length: encoder.layers + 1 }, (_, l) => `hidden.${l}`);
  const rows = [row('hidden states of all layers', ...layers), row('scores of all pieces', 'logits')];
  return expectedArrays.pooled ? [...rows, row('pooler', 'pooled')] : rows;
}

/** Three sequences of different lengths, padded on one side. */
function someInputs(length: number, tokens: number, padding: 'left' | 'right'): Record<string, NamedArray> {
  const random = new Random(5);
  const lengths = [length, Math.floor(length / 3), 1];
  const shape = [lengths.length, length];
  const at = (of: () => number) => {
    const data = lengths.flatMap((count) => {
      const values = Array.from({ length: count }, of);
      const padded = new Array<number>(length - count).fill(0);
      return padding === 'left' ? [...padded, ...values] : [...values, ...padded];
    });
    return { shape, data: Float32Array.from(data) };
  };
  return {
    input_ids: at(() => 1 + random.integer(tokens - 1)),
    token_type_ids: at(() => random.integer(2)),
    attention_mask: at(() => 1),
  };
}

function randomArrays(shapes: Record<string, number[]>): Record<string, NamedArray> {
  const random = new Random(6);
  const filled = Object.entries(shapes).map(([name, shape]): [string, NamedArray] => {
    const base = name.endsWith('.gamma') ? 1 : 0;
    const count = shape.reduce((product, n) => product * n, 1);
    return [name, { shape, data: Float32Array.from({ length: count }, () => base + 0.25 * random.normal()) }];
  });
  return Object.fromEntries(filled);
}

const Answer = z.object({
  version: z.string(),
  missing: z.array(z.string()).default([]),
  unexpected: z.array(z.string()).default([]),
});

/** Runs the transformers script with the Python named by PORTRAIT_PYTHON, or `python3`. */
function transformers(...args: string[]): z.infer<typeof Answer> {
  const script = fileURLToPath(new URL('./support/hugging-face.py', import.meta.url));
  const python = process.env.PORTRAIT_PYTHON ?? 'python3';
  const stdout = execFileSync(python, [script, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return Answer.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'portrait-hugging-face-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
