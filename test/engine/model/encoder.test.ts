import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { EncoderConfig } from '../../../electron/engine/model/config.ts';
import { encodeBatch, encodeRows } from '../../../electron/engine/model/encoder.ts';
import { applyHead, poolFirst, predictEmbeddingsAt } from '../../../electron/engine/model/heads.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';
import { lookup } from '../../../electron/engine/model/ops/lookup.ts';
import { tokenLoss } from '../../../electron/engine/model/token-loss.ts';
import { disposeWeights, initialWeights, type Weights, weightShapes } from '../../../electron/engine/model/weights.ts';
import { type Batch, padBatch, type Sequence } from '../../../electron/engine/sequence/batches.ts';
import { Adam } from '../../../electron/engine/train/trainer/optimiser.ts';
import { Random } from '../../../shared/domain/random.ts';
import { distance, normals } from './numeric.ts';

const sizes = { action: 8, item: 30, price: 12 };
const FIELDS = ['action', 'item', 'price'] as const;
const base = EncoderConfig.parse({ width: 16, inner: 32, length: 20, layers: 2, heads: 4, sizes });
const parts = { pooler: true, heads: { task: 3 } };

const KINDS = (['post', 'pre', 'rezero'] as const).flatMap((norm) => [
  { norm, causal: false },
  { norm, causal: true },
]);

beforeAll(async () => {
  await startWasm();
});

/** A model with random weights, open gates and norms away from their initial values, so that no part is trivial. */
function modelOf(special: Partial<EncoderConfig>): { config: EncoderConfig; weights: Weights } {
  const config = { ...base, ...special };
  const weights = initialWeights(weightShapes(config, parts), new Random(3));
  const random = new Random(4);
  for (const [name, weight] of Object.entries(weights)) {
    if (!/alpha|beta|gamma|bias/.test(name)) continue;
    const near = name.endsWith('gamma') ? 1 : name.endsWith('alpha') ? 0.7 : 0;
    tf.tidy(() => {
      weight.assign(
        tf.tensor(
          Float32Array.from({ length: weight.size }, () => near + 0.2 * random.normal()),
          weight.shape,
        ),
      );
    });
  }
  onTestFinished(() => disposeWeights(weights));
  return { config, weights };
}

function sequence(length: number, seed: number): Sequence {
  const random = new Random(seed);
  const column = (size: number) => Int32Array.from({ length }, () => 1 + random.integer(size - 1));
  const tokens = Object.fromEntries(FIELDS.map((field) => [field, column(sizes[field])]));
  return { tokens, segment: Int32Array.from({ length }, () => random.integer(2)) };
}

function changedAt(from: Sequence, field: string, position: number): Sequence {
  const column = from.tokens[field]!.slice();
  column[position] = column[position] === 2 ? 3 : 2;
  return { ...from, tokens: { ...from.tokens, [field]: column } };
}

/** (sequences × longest × width), row-major. */
function hidden(
  { config, weights }: { config: EncoderConfig; weights: Weights },
  ...sequences: Sequence[]
): Float32Array {
  const tensor = tf.tidy(() => encodeBatch(config, weights, padBatch(sequences)).hidden);
  const values = Float32Array.from(tensor.dataSync());
  tensor.dispose();
  return values;
}

/** Sum of the losses of a masked prediction and of a head on the pooled vector: depends on every weight of a model. */
function loss(config: EncoderConfig, weights: Weights, batch: Batch, dropoutSeed?: number): tf.Scalar {
  const options = dropoutSeed === undefined ? {} : { dropoutSeed };
  const states = encodeBatch(config, weights, batch, options).hidden;
  const predicted = predictEmbeddingsAt(config, weights, states, tf.tensor1d([3, 9], 'int32'));
  const itemLoss = tokenLoss(weights, 'item', predicted, tf.tensor1d([7, 29], 'int32'), 0.1);
  const classes = applyHead(weights, 'task', poolFirst(weights, states));
  return itemLoss.add(tf.losses.softmaxCrossEntropy(tf.oneHot([2, 0], classes.shape[1]), classes)).asScalar();
}

describe.each(KINDS)('the encoder with norm=$norm, causal=$causal', ({ norm, causal }) => {
  it('encodes a sequence to the same vectors alone and in a batch with longer ones', () => {
    for (const positions of ['fromStart', 'fromEnd'] as const) {
      const model = modelOf({ norm, causal, positions });
      const lengths = [3, 17, 1, 8];
      const sequences = lengths.map((length, i) => sequence(length, i));
      const together = hidden(model, ...sequences);
      sequences.forEach((one, row) => {
        const start = row * 17 * base.width;
        const rows = together.subarray(start, start + lengths[row]! * base.width);
        expect(distance(hidden(model, one), rows)).toBeLessThan(1e-5);
      });
    }
  });

  it('encodes selected positions to the same vectors as all positions', () => {
    const { config, weights } = modelOf({ norm, causal });
    const sequences = [sequence(9, 1), sequence(4, 2)];
    const rows = Int32Array.of(0, 3, 8, 9, 12);
    const all = hidden({ config, weights }, ...sequences);
    const selected = tf.tidy(() => encodeRows(config, weights, padBatch(sequences), rows));
    expect(selected.shape).toEqual([rows.length, config.width]);
    const values = Float32Array.from(selected.dataSync());
    rows.forEach((row, i) => {
      const actual = values.subarray(i * config.width, (i + 1) * config.width);
      expect(distance(all.subarray(row * config.width, (row + 1) * config.width), actual)).toBeLessThan(1e-6);
    });
    selected.dispose();
  });

  it('has the same gradients for selected positions, in any order and with repeats', () => {
    const { config, weights } = modelOf({ norm, causal });
    const batch = padBatch([sequence(9, 1), sequence(4, 2), sequence(6, 3)]);
    const rows = Int32Array.of(12, 0, 8, 3, 8);
    const layers = Object.entries(weights).filter(([name]) => /^(embeddings|layer|norm)\b/.test(name));
    const gradients = (states: () => tf.Tensor) =>
      tf.tidy(() => {
        const loss = () =>
          states().mul(tf.tensor2d(normals(rows.length * config.width, 6), [rows.length, config.width]));
        const { grads } = tf.variableGrads(
          () => loss().sum().asScalar(),
          layers.map(([, weight]) => weight),
        );
        return layers.map(([, weight]) => Float32Array.from(grads[weight.name]!.dataSync()));
      });
    const alone = gradients(() => encodeRows(config, weights, batch, rows));
    const among = gradients(() =>
      lookup(encodeBatch(config, weights, batch).hidden.reshape([-1, config.width]), tf.tensor1d(rows, 'int32')),
    );
    layers.forEach(([name], i) => {
      expect(distance(alone[i]!, among[i]!), name).toBeLessThan(1e-4);
    });
  });

  it('has gradients that match finite differences for every weight, dropout included', () => {
    const { config, weights } = modelOf({ norm, causal });
    const batch = padBatch([sequence(7, 8), sequence(4, 9)]);
    const used = Object.entries(weights).filter(([name]) => !name.startsWith('head.bias.') || name.endsWith('.item'));
    const { value, grads } = tf.variableGrads(
      () => loss(config, weights, batch, 4),
      used.map(([, weight]) => weight),
    );
    for (const [name, weight] of used) {
      const gradient = Float32Array.from(grads[weight.name]!.dataSync());
      const steepest = gradient.reduce((best, g, i) => (Math.abs(g) > Math.abs(gradient[best]!) ? i : best), 0);
      const slope = slopeAlong(weight, steepest, () => tf.tidy(() => loss(config, weights, batch, 4).dataSync()[0]!));
      expect(Math.abs(gradient[steepest]! - slope), name).toBeLessThan(2e-3 + 0.03 * Math.abs(slope));
    }
    tf.dispose([value, grads]);
  });

  it('returns the same vectors with and without attention, with dropout and without', () => {
    const { config, weights } = modelOf({ norm, causal });
    const batch = padBatch([sequence(7, 8), sequence(4, 9)]);
    for (const options of [{}, { dropoutSeed: 4 }]) {
      tf.tidy(() => {
        const alone = encodeBatch(config, weights, batch, options).hidden.dataSync();
        const withAttention = encodeBatch(config, weights, batch, { ...options, attention: true }).hidden.dataSync();
        expect(distance(alone, withAttention)).toBeLessThan(1e-5);
      });
    }
  });

  it('returns attention that sums to 1 over the visible positions', () => {
    const { config, weights } = modelOf({ norm, causal });
    const lengths = [5, 9];
    const batch = padBatch(lengths.map((length) => sequence(length, length)));
    const perLayer = tf.tidy(() => [...encodeBatch(config, weights, batch, { attention: true }).attention]);
    expect(perLayer).toHaveLength(config.layers);
    for (const layer of perLayer) {
      expect(layer.shape).toEqual([2, config.heads, 9, 9]);
      const attentionWeights = Float32Array.from(layer.dataSync());
      for (let row = 0; row < attentionWeights.length / 9; row++) {
        const rowWeights = attentionWeights.subarray(row * 9, (row + 1) * 9);
        expect(rowWeights.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
        const length = lengths[Math.floor(row / (9 * config.heads))]!;
        const visible = causal ? Math.min(length, (row % 9) + 1) : length;
        expect(rowWeights.subarray(0, visible).every((value) => value > 0)).toBe(true);
        expect(rowWeights.subarray(visible).every((value) => value === 0)).toBe(true);
      }
    }
    tf.dispose(perLayer);
  });
});

describe('the encoder', () => {
  it('depends on every field, the order of positions and the parity of sessions', () => {
    const model = modelOf({});
    const original = sequence(6, 5);
    const reference = hidden(model, original);
    for (const field of FIELDS) {
      expect(distance(hidden(model, changedAt(original, field, 2)), reference)).toBeGreaterThan(1e-4);
    }
    const segment = original.segment.map((parity) => 1 - parity);
    expect(distance(hidden(model, { ...original, segment }), reference)).toBeGreaterThan(1e-4);
    const reversedTokens = Object.fromEntries(FIELDS.map((field) => [field, original.tokens[field]!.toReversed()]));
    const reversed = hidden(model, { tokens: reversedTokens, segment: original.segment.toReversed() });
    expect(distance(reversed.subarray(0, base.width), reference.subarray(5 * base.width))).toBeGreaterThan(1e-4);
  });

  it.each(['post', 'pre', 'rezero'] as const)(
    'with causal attention (%s) does not depend on later positions',
    (norm) => {
      const model = modelOf({ norm, causal: true, positions: 'fromStart' });
      const original = sequence(9, 5);
      const before = hidden(model, original);
      const after = hidden(model, changedAt(original, 'item', 6));
      const offset = 6 * base.width;
      expect(after.subarray(0, offset)).toEqual(before.subarray(0, offset));
      for (let t = 6; t < 9; t++) {
        const [from, to] = [t * base.width, (t + 1) * base.width];
        expect(distance(after.subarray(from, to), before.subarray(from, to)), `position ${t}`).toBeGreaterThan(1e-4);
      }
      const shorter = {
        tokens: Object.fromEntries(FIELDS.map((field) => [field, original.tokens[field]!.slice(0, 4)])),
        segment: original.segment.slice(0, 4),
      };
      expect(distance(hidden(model, shorter), before.subarray(0, 4 * base.width))).toBeLessThan(1e-5);
    },
  );

  it('with closed gates returns the embeddings', () => {
    const config = { ...base, norm: 'rezero' as const };
    const weights = initialWeights(weightShapes(config), new Random(1));
    const input = sequence(6, 5);
    const embeddings = hidden({ config: { ...config, layers: 0 }, weights }, input);
    expect(hidden({ config, weights }, input)).toEqual(embeddings);
    disposeWeights(weights);
  });

  it('adds epsilon to the variance in its norms', () => {
    const model = modelOf({ epsilon: 0.1 });
    const input = sequence(6, 5);
    const exact = hidden({ ...model, config: { ...model.config, epsilon: 1e-12 } }, input);
    expect(distance(hidden(model, input), exact)).toBeGreaterThan(1e-3);
  });

  it.each(['item', 'segment', 'position'])('refuses a %s outside of its embedding table', (what) => {
    const model = modelOf({ positions: 'fromStart' });
    const one = sequence(what === 'position' ? 21 : 4, 1);
    if (what === 'item') one.tokens.item![1] = 30;
    if (what === 'segment') one.segment[1] = -1;
    expect(() => hidden(model, one)).toThrow(`a ${what} outside of 0 to`);
  });

  it.each(KINDS)('leaks no tensor in a hundred steps ($norm, causal=$causal)', ({ norm, causal }) => {
    const { config, weights } = modelOf({ norm, causal, layers: 1 });
    const used = Object.entries(weights).filter(([name]) => !name.startsWith('head.bias.') || name.endsWith('.item'));
    const adam = new Adam(weights);
    const batch = padBatch([sequence(7, 8), sequence(4, 9)]);
    const step = (seed: number) =>
      tf.tidy(() => {
        const variables = used.map(([, weight]) => weight);
        const { grads } = tf.variableGrads(() => loss(config, weights, batch, seed), variables);
        adam.apply(weights, Object.fromEntries(used.map(([name, weight]) => [name, grads[weight.name]!])), 1e-3, 5);
      });
    step(0);
    const before = tf.memory();
    for (let i = 0; i < 100; i++) step(i);
    expect(tf.memory().numTensors).toBe(before.numTensors);
    expect(tf.memory().numBytes).toBe(before.numBytes);
    adam.dispose();
  });
});

describe('initial weights', () => {
  it('are embeddings as in BERT, matrices scaled by their sizes, and zero for padding', () => {
    const fresh = initialWeights(weightShapes({ ...base, width: 64, inner: 256 }), new Random(1));
    const glorot = Math.sqrt(2 / (64 + 256));
    const cases: [string, number][] = [
      ['embeddings.item', 0.02],
      ['embeddings.position', 0.02],
      ['layer.0.inner.weight', glorot],
    ];
    for (const [name, deviation] of cases) {
      const values = Float32Array.from(fresh[name]!.dataSync()).filter((w) => w !== 0);
      const deviationOfSample = Math.sqrt(values.reduce((sum, w) => sum + w * w, 0) / values.length);
      // Truncated at two standard deviations, a normal distribution keeps 0.88 of its standard deviation.
      expect(Math.abs(deviationOfSample / deviation - 0.88), name).toBeLessThan(0.03);
      expect(values.every((w) => Math.abs(w) <= 2 * deviation + 1e-6)).toBe(true);
    }
    expect(new Set(fresh['embeddings.item']!.dataSync().slice(0, 64))).toEqual(new Set([0]));
    expect(fresh['embeddings.position']!.dataSync().slice(0, 64)).not.toContain(0);
    disposeWeights(fresh);
  });

  it.each([
    ['post', ['layer.0.attention.norm.gamma', 'layer.0.norm.beta'], ['norm.gamma', 'layer.0.alpha']],
    ['pre', ['layer.0.attention.norm.gamma', 'layer.0.norm.beta', 'norm.gamma'], ['layer.0.alpha']],
    ['rezero', ['layer.0.attention.alpha', 'layer.0.alpha'], ['layer.0.norm.gamma', 'norm.gamma']],
  ] as const)('with norm=%s are exactly those that the encoder uses', (norm, there, absent) => {
    const names = Object.keys(weightShapes({ ...base, norm }));
    expect(names).toEqual(expect.arrayContaining([...there]));
    for (const name of absent) expect(names).not.toContain(name);
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
