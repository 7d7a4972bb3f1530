import { expect, it } from 'vitest';
import { EncoderConfig } from '../../../../electron/engine/model/config.ts';
import type { Behaviours } from '../../../../electron/engine/sequence/encode.ts';
import { FIELDS, FIRST_TOKEN } from '../../../../electron/engine/sequence/fields.ts';
import type { TrainingData } from '../../../../electron/engine/train/behaviours/epoch-batches.ts';
import { spectralVectors } from '../../../../electron/engine/train/embeddings/spectral.ts';
import { type TokenSets, tokenSets } from '../../../../electron/engine/train/embeddings/token-sets.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';

const WIDTH = 8;

/** Training data of histories of items from 0 on, without the last `heldOutCount` events of each. */
function trainingDataOf(histories: number[][], items: number, heldOutCount = 0): TrainingData {
  const column = Int32Array.from(histories.flat(), (item) => FIRST_TOKEN + item);
  const offsets = Int32Array.of(0, ...histories.map((_, h) => histories.slice(0, h + 1).flat().length));
  const tokens = Object.fromEntries(FIELDS.map((field) => [field, column])) as Behaviours['tokens'];
  return {
    config: {
      train: TrainConfig.parse({}),
      encoder: EncoderConfig.parse({ width: WIDTH, sizes: { item: FIRST_TOKEN + items } }),
      target: 'item',
    },
    behaviours: { users: Int32Array.from(histories.keys()), offsets, tokens, session: new Int32Array(column.length) },
    trainEnd: offsets.subarray(1).map((end) => end - heldOutCount),
  };
}

/** Histories that stay in one of two groups of ten items. */
function grouped(count: number): number[][] {
  const random = new Random(4);
  return Array.from({ length: count }, (_, h) => Array.from({ length: 6 }, () => (h % 2) * 10 + random.integer(10)));
}

function cosine(vectors: Float32Array, a: number, b: number): number {
  const [x, y] = [a, b].map((item) => vectors.subarray(item * WIDTH, (item + 1) * WIDTH));
  return x!.reduce((sum, value, i) => sum + value * y![i]!, 0) / (Math.hypot(...x!) * Math.hypot(...y!));
}

/** Only the two leading directions, in rows of WIDTH. */
function leadingTwo(trainingData: TrainingData, items: number, itemSets?: TokenSets): Float32Array {
  const two = new Float32Array(items * WIDTH);
  spectralVectors(trainingData, 2, new Random(1), itemSets).forEach((value, i) => {
    two[Math.floor(i / 2) * WIDTH + (i % 2)] = value;
  });
  return two;
}

it('items that occur in the same histories have similar embeddings, others do not', () => {
  const two = leadingTwo(trainingDataOf(grouped(60), 20), 20);
  for (let item = 1; item < 10; item++) {
    expect(cosine(two, 0, item)).toBeGreaterThan(0.95);
    expect(Math.abs(cosine(two, 0, 10 + item))).toBeLessThan(0.1);
  }
});

it('embeddings are deterministic for a seed, and their columns scale with the singular values', () => {
  const trainingData = trainingDataOf(grouped(60), 20);
  const vectors = spectralVectors(trainingData, WIDTH, new Random(1));
  expect(vectors).toEqual(spectralVectors(trainingData, WIDTH, new Random(1)));
  // Two groups form two connected components, so the two leading singular values are 1, and no other is.
  const square = vectors.reduce((sum, value) => sum + value * value, 0);
  expect(square).toBeGreaterThan(2);
  expect(square).toBeLessThan(2 + (WIDTH - 2) * 0.5);
});

it('embeddings do not depend on held-out items', () => {
  const histories = grouped(60);
  const changedHistories = histories.map((items) => [...items.slice(0, -2), 3, 17]);
  const [original, changed] = [histories, changedHistories].map((all) =>
    spectralVectors(trainingDataOf(all, 20, 2), WIDTH, new Random(1)),
  );
  expect(original).toEqual(changed);
});

it('embeddings are zero beyond the rank, and for items outside of the training data', () => {
  const vectors = spectralVectors(trainingDataOf([[0, 1, 2]], 20), WIDTH, new Random(1));
  expect(vectors.every(Number.isFinite)).toBe(true);
  const lengths = Array.from({ length: WIDTH }, (_, i) =>
    vectors.reduce((sum, value, at) => sum + (at % WIDTH === i ? value * value : 0), 0),
  );
  expect(lengths.filter((length) => length > 0)).toHaveLength(1);
  expect(vectors.subarray(3 * WIDTH).every((value) => value === 0)).toBe(true);
});

it('items with a common attribute have similar embeddings, even if histories are random', () => {
  const random = new Random(4);
  const histories = Array.from({ length: 200 }, () => Array.from({ length: 6 }, () => random.integer(20)));
  const everyOther = (first: number) => new Set(Array.from({ length: 10 }, (_, i) => first + 2 * i));
  const two = leadingTwo(trainingDataOf(histories, 20), 20, tokenSets([everyOther(0), everyOther(1)]));
  for (let item = 2; item < 20; item += 2) {
    expect(cosine(two, 0, item)).toBeGreaterThan(0.9);
    expect(cosine(two, 0, item + 1)).toBeLessThan(0.75);
  }
});
