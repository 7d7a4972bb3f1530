import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { batchOf, largestDifference, passOf, weightsOfArrays } from '../../../../bench/support/bert-pass.ts';
import { type Bert, loadBert } from '../../../../electron/engine/model/hugging-face/load.ts';
import { startWasm } from '../../../../electron/engine/model/kernels/register.ts';
import { readSafetensors } from '../../../../electron/engine/model/safetensors.ts';
import { disposeWeights } from '../../../../electron/engine/model/weights.ts';
import { errorShape } from '../../../../shared/errors.ts';
import { type Arrays, type Change, changed, renamed, TINY } from './checkpoint.ts';

beforeAll(async () => {
  await startWasm();
});

/** Maximum difference from the outputs of transformers for the tiny BERT, by part. */
function distances({ encoder, arrays, words }: Bert): Record<string, number> {
  const expected = readSafetensors(join(TINY, 'expected.safetensors')).arrays;
  const batch = batchOf(expected, words.ids, 'word');
  const weights = weightsOfArrays(arrays);
  const outputs = passOf(encoder, weights, batch, 'word');
  disposeWeights(weights);
  return Object.fromEntries(
    Array.from(outputs, ([part, values]) => [
      part,
      largestDifference(part, values, expected[part]!, batch.mask, words.ids),
    ]),
  );
}

const PARTS = ['hidden.0', 'hidden.1', 'hidden.2', 'pooled', 'logits'];

function expectClose(bert: Bert, parts: readonly string[] = PARTS): void {
  const measured = distances(bert);
  expect(Object.keys(measured)).toEqual(parts);
  for (const part of parts) expect(measured[part], part).toBeLessThan(1e-5);
}

describe('a BERT checkpoint', () => {
  it('has the states of every layer and the pooler that transformers computes', () => {
    const bert = loadBert(TINY);
    expectClose(bert);
    expect(bert).toMatchObject({ pooler: true, head: true });
    expect(bert.unusedWeights).toEqual(['cls.seq_relationship.bias', 'cls.seq_relationship.weight']);
  });

  it('tokenises texts like transformers', () => {
    const { words } = loadBert(TINY);
    const texts = z
      .array(z.object({ text: z.string(), ids: z.array(z.number()) }))
      .parse(JSON.parse(readFileSync(join(TINY, 'texts.json'), 'utf8')));
    expect(texts.length).toBeGreaterThan(3);
    for (const { text, ids } of texts) expect(Array.from(words.encode(text), (token) => words.ids[token])).toEqual(ids);
  });

  it('is the same without the prefix of weight names, and with their older names', () => {
    const old = (name: string) =>
      name
        .replace(/^bert\./, '')
        .replace('LayerNorm.weight', 'LayerNorm.gamma')
        .replace('LayerNorm.bias', 'LayerNorm.beta')
        .replace('cls.predictions.bias', 'cls.predictions.decoder.bias');
    expectClose(loadBert(changed({ arrays: (arrays) => renamed(arrays, old) })));
  });

  it('may lack the pooler and the language modelling head', () => {
    const bert = loadBert(
      changed({
        arrays: (arrays) =>
          renamed(arrays, (name) =>
            name.startsWith('bert.encoder') || name.startsWith('bert.embeddings') ? name : null,
          ),
      }),
    );
    expect(bert).toMatchObject({ pooler: false, head: false, unusedWeights: [] });
    expect(Object.keys(bert.arrays).filter((name) => /^(pooler|head)/.test(name))).toEqual([]);
  });

  it('may contain a classifier, position ids and a tied decoder', () => {
    const more = (arrays: Arrays): Arrays => ({
      ...arrays,
      'classifier.weight': { shape: [3, 16], data: new Float32Array(48) },
      'bert.embeddings.position_ids': { shape: [1, 12], data: new Float32Array(12) },
      'cls.predictions.decoder.weight': arrays['bert.embeddings.word_embeddings.weight']!,
    });
    const bert = loadBert(changed({ arrays: more }));
    expectClose(bert);
    expect(bert.unusedWeights).toContain('classifier.weight');
    expect(bert.unusedWeights).not.toContain('cls.predictions.decoder.weight');
  });

  it('is loaded with its epsilon, dropout and causality', () => {
    const config = (before: Record<string, unknown>) => ({
      ...before,
      layer_norm_eps: 1e-3,
      hidden_dropout_prob: 0.25,
      is_decoder: true,
    });
    const bert = loadBert(changed({ config }));
    expect(bert.encoder).toMatchObject({
      epsilon: 1e-3,
      dropout: 0.25,
      causal: true,
      norm: 'post',
      positions: 'fromStart',
    });
    expect(distances(bert)['hidden.0']).toBeGreaterThan(1e-4);
  });

  it('is tokenised with tokenizer.json if there is one', () => {
    const folder = changed({});
    const { tokenizer } = loadBert(TINY);
    rmSync(join(folder, 'vocab.txt'));
    writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer.tokenizer));
    expect(loadBert(folder).words.pieces).toEqual(loadBert(TINY).words.pieces);
    expectClose(loadBert(folder));
  });
});

describe('a folder that is no BERT checkpoint', () => {
  const codeOf = (folder: string) => {
    try {
      loadBert(folder);
    } catch (error) {
      return errorShape(error).code;
    }
    return 'none';
  };

  it.each(['config.json', 'model.safetensors', 'vocab.txt'])('is refused without %s', (name) => {
    const folder = changed({});
    rmSync(join(folder, name));
    expect(codeOf(folder)).toBe('CHECKPOINT_MISSING');
  });

  const set = (key: string, value: unknown): Change => ({ config: (config) => ({ ...config, [key]: value }) });
  const array = (name: string, shape: number[]): Change => ({
    arrays: (arrays) => ({ ...arrays, [name]: { shape, data: new Float32Array(shape.reduce((a, b) => a * b, 1)) } }),
  });
  const without = (lost: string): Change => ({
    arrays: (arrays) => renamed(arrays, (name) => (name === lost ? null : name)),
  });

  it.each<[string, Change, string]>([
    ['another model type', set('model_type', 'roberta'), 'CHECKPOINT_UNSUPPORTED'],
    ['another activation', set('hidden_act', 'gelu_new'), 'CHECKPOINT_UNSUPPORTED'],
    ['another position embedding type', set('position_embedding_type', 'relative_key'), 'CHECKPOINT_UNSUPPORTED'],
    ['cross-attention', set('add_cross_attention', true), 'CHECKPOINT_UNSUPPORTED'],
    ['too many layers', set('num_hidden_layers', 5000), 'CHECKPOINT_UNSUPPORTED'],
    ['heads that do not divide its width', set('num_attention_heads', 3), 'CHECKPOINT_UNSUPPORTED'],
    ['an untied decoder', array('cls.predictions.decoder.weight', [45, 16]), 'CHECKPOINT_UNSUPPORTED'],
    ['no width', set('hidden_size', undefined), 'CHECKPOINT_DAMAGED'],
    ['a width that is not a number', set('hidden_size', '16'), 'CHECKPOINT_DAMAGED'],
    ['an excessive vocabulary size', set('vocab_size', 1e15), 'CHECKPOINT_DAMAGED'],
    ['a vocabulary size other than the configuration’s', set('vocab_size', 44), 'CHECKPOINT_DAMAGED'],
    ['more layers than weights', set('num_hidden_layers', 3), 'CHECKPOINT_DAMAGED'],
    ['a matrix of another shape', array('bert.encoder.layer.1.output.dense.weight', [32, 16]), 'CHECKPOINT_DAMAGED'],
    ['a missing bias', without('bert.encoder.layer.0.attention.self.key.bias'), 'CHECKPOINT_DAMAGED'],
    ['an incomplete pooler', without('bert.pooler.dense.bias'), 'CHECKPOINT_DAMAGED'],
    ['an incomplete head', without('cls.predictions.transform.LayerNorm.weight'), 'CHECKPOINT_DAMAGED'],
  ])('is refused with %s', (_what, change, code) => {
    expect(codeOf(changed(change))).toBe(code);
  });

  it.each([
    ['config.json', '{"model_type": "bert"', 'CHECKPOINT_DAMAGED'],
    ['config.json', '[]', 'CHECKPOINT_DAMAGED'],
    ['tokenizer_config.json', 'null', 'CHECKPOINT_DAMAGED'],
    ['tokenizer.json', '{}', 'CHECKPOINT_UNSUPPORTED'],
    ['vocab.txt', 'a\nb\nc\n', 'CHECKPOINT_UNSUPPORTED'],
    ['model.safetensors', 'PK', 'MODEL_DAMAGED'],
  ])('is refused if %s is %s', (name, text, code) => {
    const folder = changed({});
    writeFileSync(join(folder, name), text);
    expect(codeOf(folder)).toBe(code);
  });
});
