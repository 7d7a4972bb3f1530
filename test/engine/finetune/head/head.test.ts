import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { pooledVectors } from '../../../../electron/engine/finetune/head/head.ts';
import { headBatchOf } from '../../../../electron/engine/finetune/head/head-batch.ts';
import { sequenceSamples } from '../../../../electron/engine/finetune/head/samples.ts';
import { scoreSamples } from '../../../../electron/engine/finetune/head/score.ts';
import { trainHead } from '../../../../electron/engine/finetune/head/train-head.ts';
import { EncoderConfig } from '../../../../electron/engine/model/config.ts';
import { startWasm } from '../../../../electron/engine/model/kernels/register.ts';
import { disposeWeights, initialWeights, weightShapes } from '../../../../electron/engine/model/weights.ts';
import { arraysOf } from '../../../../electron/engine/runs/run-files.ts';
import type { Sequence } from '../../../../electron/engine/sequence/batches.ts';
import { CLS, FIRST_TOKEN, SEP } from '../../../../electron/engine/sequence/fields.ts';
import { FinetuneConfig } from '../../../../shared/domain/finetune-config.ts';
import { Random } from '../../../../shared/domain/random.ts';

const encoder = EncoderConfig.parse({ width: 16, layers: 2, heads: 2, inner: 32, length: 16, sizes: { word: 30 } });

beforeAll(async () => {
  await startWasm();
});

const start = () => ({ encoder, weights: initialWeights(weightShapes(encoder), new Random(1)) });

/** Sequences of three to ten words; those of class 1 contain the word 20. */
function sequences(count: number) {
  const random = new Random(2);
  const values = Int32Array.from({ length: count }, () => random.integer(2));
  const all = Array.from(values, (label): Sequence => {
    const words = Array.from({ length: 3 + random.integer(8) }, () => FIRST_TOKEN + random.integer(10));
    if (label === 1) words[random.integer(words.length)] = 20;
    const word = Int32Array.of(CLS, ...words, SEP);
    return { tokens: { word }, segment: new Int32Array(word.length) };
  });
  return { all, labels: { kind: 'classes' as const, names: ['without', 'with'], values } };
}

const rows = (from: number, to: number) => Int32Array.from({ length: to - from }, (_, i) => from + i);
const hooks = { checkCancelled: () => {} };

test('vectors of a padded batch equal those of its sequences one by one', () => {
  const { encoder: config, weights } = start();
  const samples = sequenceSamples(sequences(9).all);
  const nine = Array.from({ length: 9 }, (_, i) => samples.get(i));
  const read = (part: typeof nine) =>
    tf.tidy(() => [...pooledVectors({ encoder: config, weights }, headBatchOf(part)).dataSync()]);
  const together = read(nine);
  expect(together).toHaveLength(9 * 32);
  nine
    .flatMap((one) => read([one]))
    .forEach((value, i) => {
      expect(together[i]).toBeCloseTo(value, 5);
    });
  disposeWeights(weights);
});

test('windows of one sample are averaged position by position', () => {
  const model = start();
  const [a, b] = sequences(2).all as [Sequence, Sequence];
  const read = (windows: Sequence[]) => [
    ...pooledVectors(model, headBatchOf([{ windows, facts: new Float32Array(0), offset: null }])).dataSync(),
  ];
  const [first, second, both] = tf.tidy(() => [read([a]), read([b]), read([a, b])]) as [number[], number[], number[]];
  const [m, n] = [a.segment.length - 2, b.segment.length - 2];
  for (let i = 0; i < 16; i++) {
    expect(both[i]).toBeCloseTo((m * first[i]! + n * second[i]!) / (m + n), 5);
    expect(both[16 + i]).toBeCloseTo((first[16 + i]! + second[16 + i]!) / 2, 5);
  }
  disposeWeights(model.weights);
});

test('a head learns to classify sequences, leaves frozen weights and its parent unchanged, and leaks no tensors', async () => {
  const parent = start();
  const { all, labels } = sequences(240);
  const samples = sequenceSamples(all);
  const before = tf.memory().numTensors;
  const embeddings = [...parent.weights['embeddings.word']!.dataSync()];
  const config = FinetuneConfig.parse({
    epochs: 15,
    learningRate: 5e-3,
    dropout: 0.1,
    frozen: 1,
    patience: 0,
    batchSize: 16,
  });
  const split = { training: rows(0, 150), validation: rows(150, 190) };
  const { model, curve } = await trainHead(parent, { samples, labels, split, config }, hooks);
  expect(curve.validation).toHaveLength(15);
  expect(Math.min(...curve.validation)).toBeLessThan(0.4);
  const test = rows(190, 240);
  const scores = scoreSamples(model, samples, test);
  const correct = test.filter((row, i) => scores[2 * i + 1]! > scores[2 * i]! === (labels.values[row] === 1));
  expect(correct.length).toBeGreaterThan(42);
  expect([...model.weights['embeddings.word']!.dataSync()]).toEqual(embeddings);
  expect([...parent.weights['embeddings.word']!.dataSync()]).toEqual(embeddings);
  expect([...model.weights['layer.0.inner.weight']!.dataSync()]).not.toEqual([
    ...parent.weights['layer.0.inner.weight']!.dataSync(),
  ]);
  disposeWeights(model.weights);
  expect(tf.memory().numTensors).toBe(before);
  disposeWeights(parent.weights);
});

describe('a head with data-parallel workers', () => {
  /** Trains on some sequences; returns the head's weights and its curve. */
  async function trained(settings: Partial<FinetuneConfig>) {
    const { dropout = encoder.dropout } = settings;
    const parent = { encoder: { ...encoder, dropout }, weights: start().weights };
    const { all, labels } = sequences(60);
    const config = FinetuneConfig.parse({ epochs: 3, patience: 0, batchSize: 16, frozen: 2, ...settings });
    const split = { training: rows(0, 45), validation: rows(45, 60) };
    const before = tf.memory().numTensors;
    const { model, curve } = await trainHead(parent, { samples: sequenceSamples(all), labels, split, config }, hooks);
    const weights = arraysOf(model.weights);
    disposeWeights(model.weights);
    expect(tf.memory().numTensors).toBe(before);
    disposeWeights(parent.weights);
    return { weights, curve };
  }

  test('has the same weights, bit for bit, for the same number of workers', async () => {
    const first = await trained({ workers: 2, averaging: 2 });
    expect(await trained({ workers: 2, averaging: 2 })).toEqual(first);
  });

  test('has those of a single thread with one worker', async () => {
    expect(await trained({ workers: 1 })).toEqual(await trained({}));
  });

  test('matches a single thread up to rounding, without dropout', async () => {
    const single = await trained({ dropout: 0 });
    const shared = await trained({ dropout: 0, workers: 2 });
    shared.curve.training.forEach((loss, epoch) => {
      expect(Math.abs(loss - single.curve.training[epoch]!), `epoch ${epoch}`).toBeLessThan(2e-3);
    });
  });
});
