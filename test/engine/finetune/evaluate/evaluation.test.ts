import fc from 'fast-check';
import { expect, test } from 'vitest';
import { betterCalibration } from '../../../../electron/engine/finetune/evaluate/better-calibration.ts';
import {
  curvesOf,
  liftOf,
  prAuc,
  rankRows,
  rocAuc,
} from '../../../../electron/engine/finetune/evaluate/binary-metrics.ts';
import { calibrate, calibrated } from '../../../../electron/engine/finetune/evaluate/calibrate.ts';
import { compareWithBaselines } from '../../../../electron/engine/finetune/evaluate/compare-with-baselines.ts';
import { interpolate, isotonic } from '../../../../electron/engine/finetune/evaluate/isotonic.ts';
import { metricsOf } from '../../../../electron/engine/finetune/evaluate/metrics.ts';
import { Random } from '../../../../shared/domain/random.ts';

const smallSamples = fc.array(
  fc.record({ score: fc.integer({ min: 0, max: 5 }), positive: fc.boolean(), weight: fc.integer({ min: 0, max: 3 }) }),
  {
    minLength: 2,
    maxLength: 12,
  },
);
const columns = (rows: readonly { score: number; positive: boolean; weight: number }[]) => ({
  ranked: rankRows(
    Float32Array.from(rows, ({ score }) => score),
    Uint8Array.from(rows, ({ positive }) => (positive ? 1 : 0)),
  ),
  weights: rows.map(({ weight }) => weight),
});

test('the area under the ROC curve is the weighted share of correctly ordered pairs, ties counting half', () => {
  fc.assert(
    fc.property(smallSamples, (rows) => {
      const { ranked, weights } = columns(rows);
      let right = 0;
      let pairs = 0;
      for (const a of rows.filter(({ positive }) => positive)) {
        for (const b of rows.filter(({ positive }) => !positive)) {
          const weight = a.weight * b.weight;
          pairs += weight;
          right += a.score > b.score ? weight : a.score === b.score ? weight / 2 : 0;
        }
      }
      if (pairs > 0) expect(rocAuc(ranked, weights)).toBeCloseTo(right / pairs, 10);
      else expect(rocAuc(ranked, weights)).toBeNaN();
    }),
  );
});

test('average precision matches scikit-learn’s example', () => {
  const ranked = rankRows(Float32Array.of(0.1, 0.4, 0.35, 0.8), Uint8Array.of(0, 0, 1, 1));
  expect(prAuc(ranked, [1, 1, 1, 1])).toBeCloseTo(0.8333, 4);
  expect(rocAuc(ranked, [1, 1, 1, 1])).toBeCloseTo(0.75, 10);
});

test('curves begin at zero and end at one; a perfect model finds all positives in the first tenth', () => {
  const scores = Float32Array.from({ length: 1000 }, (_, i) => i);
  const ranked = rankRows(
    scores,
    Uint8Array.from(scores, (score) => (score >= 950 ? 1 : 0)),
  );
  const { falsePositive, truePositive, recall, precision } = curvesOf(ranked);
  expect([falsePositive[0], truePositive[0], falsePositive.at(-1), truePositive.at(-1)]).toEqual([0, 0, 1, 1]);
  expect(recall.at(-1)).toBe(1);
  expect(precision[0]).toBe(1);
  expect([...liftOf(ranked)]).toEqual([10, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test('an isotonic curve increases, and is constant for decreasing data', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 1 })), {
        minLength: 1,
        maxLength: 40,
      }),
      (points) => {
        const curve = isotonic(
          Float64Array.from(points, ([x]) => x),
          Float64Array.from(points, ([, y]) => y),
        );
        const values = Array.from({ length: 51 }, (_, x) => interpolate(curve, x));
        for (let x = 1; x < values.length; x++) expect(values[x]!).toBeGreaterThanOrEqual(values[x - 1]! - 1e-12);
      },
    ),
  );
  const falling = isotonic(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 1, 0, 0));
  expect(interpolate(falling, 2.5)).toBe(0.5);
});

/** Two-class scores with logits twice as large as they should be. */
function overconfident(rows: number) {
  const random = new Random(3);
  const scores = new Float32Array(2 * rows);
  const values = Int32Array.from({ length: rows }, (_, row) => {
    const logit = 2 * random.normal();
    scores[2 * row + 1] = 2 * logit;
    return random.chance(1 / (1 + Math.exp(-logit))) ? 1 : 0;
  });
  return {
    labels: { kind: 'classes' as const, names: ['no', 'yes'], values },
    scores,
    rows: Int32Array.from({ length: rows }, (_, i) => i),
  };
}

test.each(['temperature', 'isotonic'] as const)('%s calibrates overconfident scores', (method) => {
  const { labels, scores, rows } = overconfident(4000);
  const half = rows.filter((row) => row < 2000);
  const testRows = rows.filter((row) => row >= 2000);
  const calibration = calibrate(labels, half, scores.slice(0, 4000), method);
  const error = (chances: Float32Array) =>
    metricsOf(labels, testRows, chances)(new Uint8Array(2000).fill(1)).calibrationError!;
  const before = calibrated(labels, { method: 'none' }, scores.slice(4000));
  expect(calibration.method).toBe(method);
  expect(error(before)).toBeGreaterThan(0.06);
  expect(error(calibrated(labels, calibration, scores.slice(4000)))).toBeLessThan(error(before) / 2);
});

test('the verdict is certain of a difference that all samples share, and inconclusive without one', () => {
  const { labels, scores, rows } = overconfident(300);
  const chances = calibrated(labels, calibrate(labels, rows, scores, 'none'), scores);
  const noise = Float32Array.from({ length: 600 }, (_, i) => new Random(5, i >> 1).float());
  const better = compareWithBaselines(labels, rows, { model: chances, linear: noise, base: noise }, 1, () => {});
  expect(better).toMatchObject({ metric: 'rocAuc', verdict: 'better' });
  expect(better.model.rocAuc!.low).toBeLessThan(better.model.rocAuc!.value);
  expect(compareWithBaselines(labels, rows, { model: noise, linear: chances, base: noise }, 1, () => {}).verdict).toBe(
    'no',
  );
  expect(
    compareWithBaselines(labels, rows, { model: chances, linear: chances, base: noise }, 1, () => {}),
  ).toMatchObject({
    verdict: 'maybe',
    difference: { value: 0, low: 0, high: 0 },
  });
});

test('metrics of numbers and rankings match their definitions', () => {
  const number = { kind: 'number' as const, names: ['n'], values: Float64Array.of(1, 2, 3), skewed: false };
  const rows = Int32Array.of(0, 1, 2);
  const metrics = metricsOf(number, rows, Float32Array.of(1, 2, 5))([1, 1, 1]);
  expect(metrics.mae).toBeCloseTo(2 / 3);
  expect(metrics.rmse).toBeCloseTo(Math.sqrt(4 / 3));
  expect(metrics.r2).toBeCloseTo(-1);
  expect(metrics.spearman).toBeCloseTo(1);
  const ranking = { kind: 'ranking' as const, names: ['a', 'b', 'c'], values: [Int32Array.of(1)] };
  const ranked = metricsOf(ranking, Int32Array.of(0), Float32Array.of(3, 2, 1))([1]);
  expect(ranked['hitRate@5']).toBe(1);
  expect(ranked['ndcg@10']).toBeCloseTo(1 / Math.log2(3));
});

test('a calibration that raises the calibration error of held-out rows is rejected, with both errors', () => {
  const random = new Random(5);
  const shares = Float32Array.from({ length: 4000 }, (_, i) => (i + 0.5) / 4000);
  const labels = {
    kind: 'classes',
    names: ['no', 'yes'],
    values: Int32Array.from(shares, (share) => (random.chance(share) ? 1 : 0)),
  } as const;
  const rows = Int32Array.from(shares.keys());
  const chances = (of: (share: number) => number) => Float32Array.from([...shares].flatMap((p) => [1 - of(p), of(p)]));
  const [right, flat] = [chances((share) => share), chances((share) => 0.3 + 0.4 * share)];
  const worse = betterCalibration(labels, rows, right, { predictions: flat, method: 'temperature' });
  expect(worse).toMatchObject({ method: 'none', rejected: { method: 'temperature' } });
  expect(worse.predictions).toBe(right);
  expect(worse.rejected?.error).toBeGreaterThan(0.05);
  const better = { predictions: right, method: 'isotonic' } as const;
  expect(betterCalibration(labels, rows, flat, better)).toBe(better);
});
