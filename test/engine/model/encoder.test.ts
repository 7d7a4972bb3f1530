import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { EncoderConfig } from '../../../electron/engine/model/config.ts';
import { encodeBatch, predictField } from '../../../electron/engine/model/encoder.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { crossEntropy } from '../../../electron/engine/model/ops/cross-entropy.ts';
import { disposeWeights, initialWeights, type Weights, weightShapes } from '../../../electron/engine/model/weights.ts';
import { padBatch } from '../../../electron/engine/sequence/batches.ts';
import { FIELDS, type FieldName } from '../../../electron/engine/sequence/fields.ts';
import type { Positions } from '../../../electron/engine/sequence/layout.ts';
import { Random } from '../../../shared/domain/random.ts';
import { distance } from './reference.ts';

const sizes: Record<FieldName, number> = {
  action: 8,
  item: 30,
  category: 9,
  brand: 7,
  price: 12,
  gap: 16,
  hour: 29,
  weekday: 12,
};
const config = EncoderConfig.parse({ width: 16, inner: 32, length: 20, layers: 2, heads: 4, sizes });

let weights: Weights;
beforeAll(async () => {
  await startWasm();
  weights = initialWeights(weightShapes(config), new Random(3));
});

function sequence(length: number, seed: number): Positions {
  const random = new Random(seed);
  const tokens = Object.fromEntries(
    FIELDS.map((field) => [field, Int32Array.from({ length }, () => 1 + random.integer(sizes[field] - 1))]),
  ) as Record<FieldName, Int32Array>;
  const segment = Int32Array.from({ length }, () => random.integer(2));
  return { tokens, segment, event: Int32Array.from({ length }, (_, i) => i) };
}

function hidden(sequences: readonly Positions[]): Float32Array {
  const tensor = tf.tidy(() => encodeBatch(config, weights, padBatch(sequences)).hidden);
  const values = Float32Array.from(tensor.dataSync());
  tensor.dispose();
  return values;
}

const question = { rows: [3, 9], targets: [7, 29] };
function loss(batch: ReturnType<typeof padBatch>, dropoutSeed?: number): tf.Scalar {
  const { hidden: states } = encodeBatch(config, weights, batch, dropoutSeed === undefined ? {} : { dropoutSeed });
  const logits = predictField(config, weights, 'item', states, tf.tensor1d(question.rows, 'int32'));
  return crossEntropy(logits, tf.tensor1d(question.targets, 'int32'), 5);
}

describe('the encoder', () => {
  it('gives a sequence the same vectors alone and beside longer ones', () => {
    const lengths = [3, 17, 1, 8];
    const sequences = lengths.map((length, i) => sequence(length, i));
    const together = hidden(sequences);
    sequences.forEach((one, row) => {
      const size = lengths[row]! * config.width;
      const start = row * 17 * config.width;
      expect(distance(hidden([one]), together.subarray(start, start + size))).toBeLessThan(1e-5);
    });
  });

  it('spreads each position’s attention over the positions that are there', () => {
    const batch = padBatch([sequence(5, 1), sequence(9, 2)]);
    const perLayer = tf.tidy(() => [...encodeBatch(config, weights, batch, { attention: true }).attention]);
    expect(perLayer).toHaveLength(config.layers);
    for (const layer of perLayer) {
      expect(layer.shape).toEqual([2, config.heads, 9, 9]);
      const rows = Float32Array.from(layer.dataSync());
      for (let r = 0; r < rows.length; r += 9) {
        const row = rows.subarray(r, r + 9);
        expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
        if (r < rows.length / 2) expect(row.subarray(5).every((value) => value === 0)).toBe(true);
      }
      layer.dispose();
    }
  });

  it('reads every field, the order of positions and the parity of sessions', () => {
    const base = sequence(6, 5);
    const reference = hidden([base]);
    for (const field of FIELDS) {
      const changed = base.tokens[field].slice();
      changed[2] = changed[2] === 2 ? 3 : 2;
      expect(distance(hidden([{ ...base, tokens: { ...base.tokens, [field]: changed } }]), reference)).toBeGreaterThan(
        1e-4,
      );
    }
    const segment = base.segment.map((parity) => 1 - parity);
    expect(distance(hidden([{ ...base, segment }]), reference)).toBeGreaterThan(1e-4);
  });

  it('has the gradients that finite differences give, in every weight, dropout included', () => {
    const batch = padBatch([sequence(7, 8), sequence(4, 9)]);
    const used = Object.entries(weights).filter(([name]) => !name.startsWith('head.bias.') || name.endsWith('.item'));
    const { value, grads } = tf.variableGrads(
      () => loss(batch, 4),
      used.map(([, weight]) => weight),
    );
    for (const [name, weight] of used) {
      const gradient = Float32Array.from(grads[weight.name]!.dataSync());
      const steepest = gradient.reduce((best, g, i) => (Math.abs(g) > Math.abs(gradient[best]!) ? i : best), 0);
      const slope = slopeAlong(weight, steepest, () => tf.tidy(() => loss(batch, 4).dataSync()[0]!));
      expect(Math.abs(gradient[steepest]! - slope), name).toBeLessThan(2e-3 + 0.03 * Math.abs(slope));
    }
    tf.dispose([value, grads]);
  });

  it('leaves no tensor behind', () => {
    const batch = padBatch([sequence(7, 8), sequence(4, 9)]);
    const step = (seed: number) =>
      tf.tidy(() => {
        tf.variableGrads(() => loss(batch, seed), [weights['embeddings.item']!]);
      });
    step(0);
    const before = tf.memory();
    for (let i = 0; i < 100; i++) step(i);
    expect(tf.memory().numTensors).toBe(before.numTensors);
    expect(tf.memory().numBytes).toBe(before.numBytes);
  });

  it('begins with embeddings as BERT’s, matrices scaled by their sizes, and padding at zero', () => {
    const fresh = initialWeights(weightShapes({ ...config, width: 64, inner: 256 }), new Random(1));
    const glorot = Math.sqrt(2 / (64 + 256));
    const cases: [string, number][] = [
      ['embeddings.item', 0.02],
      ['layer.0.inner.weight', glorot],
    ];
    for (const [name, deviation] of cases) {
      const values = Float32Array.from(fresh[name]!.dataSync()).filter((w) => w !== 0);
      const found = Math.sqrt(values.reduce((sum, w) => sum + w * w, 0) / values.length);
      // Cut at two deviations, a normal distribution has 0.88 of its deviation left.
      expect(Math.abs(found / deviation - 0.88), name).toBeLessThan(0.03);
      expect(values.every((w) => Math.abs(w) <= 2 * deviation + 1e-6)).toBe(true);
    }
    expect(new Set(fresh['embeddings.item']!.dataSync().slice(0, 64))).toEqual(new Set([0]));
    disposeWeights(fresh);
  });
});

function slopeAlong(weight: tf.Variable, index: number, value: () => number): number {
  const step = 3e-3;
  const base = weight.dataSync().slice();
  const at = (moved: number) => {
    const values = base.slice();
    values[index] = base[index]! + moved;
    tf.tidy(() => weight.assign(tf.tensor(values, weight.shape)));
    return value();
  };
  const slope = (at(step) - at(-step)) / (2 * step);
  at(0);
  return slope;
}
