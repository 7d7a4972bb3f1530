import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EncoderConfig } from '../../../../electron/engine/model/config.ts';
import { loadBert } from '../../../../electron/engine/model/hugging-face/load.ts';
import { saveBert } from '../../../../electron/engine/model/hugging-face/save.ts';
import { type NamedArray, readSafetensors } from '../../../../electron/engine/model/safetensors.ts';
import { weightShapes } from '../../../../electron/engine/model/weights.ts';
import { errorShape } from '../../../../shared/errors.ts';
import { testFolder } from '../../../support/folder.ts';
import { normals } from '../numeric.ts';
import { TINY } from './checkpoint.ts';

const sizes = { item: 9 };
const encoder = EncoderConfig.parse({
  width: 8,
  layers: 1,
  heads: 2,
  inner: 16,
  length: 8,
  positions: 'fromStart',
  sizes,
});
const pieces = ['[PAD]', '[UNK]', '[MASK]', '[CLS]', '[SEP]', 'tea', '', 'two\nlines', 'tea'];

function arraysOf(config: EncoderConfig): Record<string, NamedArray> {
  const shapes = Object.entries(weightShapes(config));
  return Object.fromEntries(
    shapes.map(([name, shape], i) => [
      name,
      {
        shape,
        data: normals(
          shape.reduce((a, b) => a * b, 1),
          i,
        ),
      },
    ]),
  );
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

describe('a model saved as a BERT checkpoint', () => {
  it('equals the checkpoint from which it was loaded, weight by weight and token by token', () => {
    const folder = testFolder();
    const { encoder: shape, arrays, words, tokenizer } = loadBert(TINY);
    const { padding } = saveBert(folder, { encoder: shape, arrays, pieces: words.pieces, ids: words.ids, tokenizer });
    expect(padding).toBe('right');
    const before = readSafetensors(join(TINY, 'model.safetensors')).arrays;
    const after = readSafetensors(join(folder, 'model.safetensors'));
    expect(after.metadata).toEqual({ format: 'pt' });
    expect(Object.keys(after.arrays).sort()).toEqual(
      Object.keys(before)
        .filter((name) => !name.startsWith('cls.seq_relationship'))
        .sort(),
    );
    for (const [name, { shape: size, data }] of Object.entries(after.arrays)) {
      expect(size, name).toEqual(before[name]!.shape);
      expect(data, name).toEqual(before[name]!.data);
    }
    expect(read(folder, 'vocab.txt')).toBe(read(TINY, 'vocab.txt'));
    const { architectures: _, transformers_version: _version, ...config } = JSON.parse(read(TINY, 'config.json'));
    for (const [key, value] of Object.entries(JSON.parse(read(folder, 'config.json')))) {
      if (Object.hasOwn(config, key)) expect(value, key).toEqual(config[key]);
    }
    expect(loadBert(folder).words.pieces).toEqual(words.pieces);
  });

  it('stores matrices as PyTorch does, with outputs in rows', () => {
    const folder = testFolder();
    const arrays = arraysOf(encoder);
    saveBert(folder, { encoder, arrays, pieces });
    const saved = readSafetensors(join(folder, 'model.safetensors')).arrays[
      'bert.encoder.layer.0.intermediate.dense.weight'
    ]!;
    const original = arrays['layer.0.inner.weight']!.data;
    expect(saved.shape).toEqual([16, 8]);
    for (let o = 0; o < 16; o++) for (let i = 0; i < 8; i++) expect(saved.data[o * 8 + i]).toBe(original[i * 16 + o]);
  });

  it('has a vocabulary line for every token, also for unnamed ones', () => {
    const folder = testFolder();
    saveBert(folder, { encoder, arrays: arraysOf(encoder), pieces });
    const lines = ['[PAD]', '[UNK]', '[MASK]', '[CLS]', '[SEP]', 'tea', '[unnamed6]', '[unnamed7]', '[unnamed8]'];
    expect(read(folder, 'vocab.txt')).toBe(`${lines.join('\n')}\n`);
    expect(loadBert(folder).words.pieces).toEqual(lines);
  });

  it('is padded on the left if its positions count from the end', () => {
    const folder = testFolder();
    const arrays = arraysOf(encoder);
    const { padding } = saveBert(folder, { encoder: { ...encoder, positions: 'fromEnd' }, arrays, pieces });
    expect(padding).toBe('left');
    expect(JSON.parse(read(folder, 'tokenizer_config.json'))).toMatchObject({
      padding_side: 'left',
      model_max_length: 8,
    });
    const saved = readSafetensors(join(folder, 'model.safetensors')).arrays[
      'bert.embeddings.position_embeddings.weight'
    ]!;
    expect(saved.data.subarray(7 * 8)).toEqual(arrays['embeddings.position']!.data.subarray(0, 8));
  });

  it('is a decoder if it is causal', () => {
    const folder = testFolder();
    saveBert(folder, { encoder: { ...encoder, causal: true }, arrays: arraysOf(encoder), pieces });
    expect(JSON.parse(read(folder, 'config.json'))).toMatchObject({
      is_decoder: true,
      architectures: ['BertLMHeadModel'],
    });
    expect(loadBert(folder).encoder.causal).toBe(true);
  });

  it.each<[string, Partial<EncoderConfig>]>([
    ['several fields', { sizes: { item: 9, action: 9 } }],
    ['pre-norm', { norm: 'pre' }],
    ['ReZero gates', { norm: 'rezero' }],
  ])('is refused with %s', (_what, special) => {
    const folder = join(testFolder(), 'out');
    const config = { ...encoder, ...special };
    let code = 'none';
    try {
      saveBert(folder, { encoder: config, arrays: arraysOf(config), pieces });
    } catch (error) {
      code = errorShape(error).code;
    }
    expect(code).toBe('NOT_A_BERT');
  });
});
