import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cholesky, covariance } from '../../../electron/engine/value/covariance.ts';
import { drawBeta, drawGamma } from '../../../electron/engine/value/draws.ts';
import { hypergeometric } from '../../../electron/engine/value/hypergeometric.ts';
import { minimise } from '../../../electron/engine/value/minimise.ts';
import { bgNbd, mbgNbd } from '../../../electron/engine/value/models/beta-geometric.ts';
import { fitPurchases } from '../../../electron/engine/value/models/fit-purchases.ts';
import { paretoNbd } from '../../../electron/engine/value/models/pareto-nbd.ts';
import { groupHistories } from '../../../electron/engine/value/purchase-groups.ts';
import { logGamma } from '../../../shared/domain/log-gamma.ts';
import { Random } from '../../../shared/domain/random.ts';

const positive = fc.double({ min: 0.05, max: 20, noNaN: true });

describe('the gamma function', () => {
  it('satisfies its recurrence, also below 1, and is √π at one half', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    fc.assert(
      fc.property(positive, (x) => {
        expect(logGamma(x + 1)).toBeCloseTo(logGamma(x) + Math.log(x), 10);
      }),
    );
  });
});

describe('the hypergeometric function', () => {
  it('has the closed forms of Abramowitz and Stegun, 15.1', () => {
    for (const z of [0.1, 0.5, 0.9, 0.99]) {
      expect(hypergeometric(1, 1, 2, z)).toBeCloseTo(-Math.log(1 - z) / z, 9);
      expect(hypergeometric(2.5, 3, 3, z) * (1 - z) ** 2.5).toBeCloseTo(1, 9);
    }
  });
});

describe('the minimiser', () => {
  it('finds the minimum of Rosenbrock’s valley', () => {
    const { at, converged } = minimise((x) => (1 - x[0]!) ** 2 + 100 * (x[1]! - x[0]! ** 2) ** 2, [-1.2, 1]);
    expect(converged).toBe(true);
    for (const value of at) expect(value).toBeCloseTo(1, 5);
  });

  it('goes around points where the function is not a number', () => {
    const { at } = minimise((x) => x[0]! - Math.log(x[0]!), [5]);
    expect(at[0]).toBeCloseTo(1, 6);
  });
});

describe('the minimiser of a function that ends', () => {
  it('ends where the function has no further values', () => {
    const { at, converged } = minimise((x) => (x[0]! > 3 ? Number.POSITIVE_INFINITY : -x[0]!), [0]);
    expect(converged).toBe(false);
    expect(at[0]).toBeGreaterThan(2.99);
  });
});

describe('the covariance', () => {
  it('is the inverse of the Hessian times the number of observations', () => {
    const quadratic = (x: Float64Array) => x[0]! ** 2 + x[0]! * x[1]! + 2 * x[1]! ** 2;
    const [first, second] = covariance(quadratic, Float64Array.of(0, 0), 10)!;
    for (const [value, inverse] of [
      [first![0]!, 4 / 7],
      [first![1]!, -1 / 7],
      [second![1]!, 2 / 7],
    ] as const)
      expect(value).toBeCloseTo(inverse / 10, 6);
  });

  it('is unknown where the function is flat', () => {
    expect(covariance((x) => x[0]! ** 2, Float64Array.of(0, 0), 10)).toBeNull();
    expect(cholesky([Float64Array.of(1, 2), Float64Array.of(2, 1)])).toBeNull();
  });
});

describe('random numbers', () => {
  it('from Gamma and Beta have the expected mean and variance', () => {
    const random = new Random(7);
    const moments = (values: number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length] as const;
    };
    for (const shape of [0.3, 1, 4.5]) {
      const [mean, variance] = moments(Array.from({ length: 40_000 }, () => drawGamma(random, shape)));
      expect(Math.abs(mean / shape - 1)).toBeLessThan(0.05);
      expect(Math.abs(variance / shape - 1)).toBeLessThan(0.1);
    }
    const [mean] = moments(Array.from({ length: 40_000 }, () => drawBeta(random, 0.8, 2.4)));
    expect(mean).toBeCloseTo(0.25, 2);
  });
});

describe('a model of purchases', () => {
  const histories = fc.record({
    x: fc.integer({ min: 0, max: 200 }),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    T: fc.double({ min: 0.5, max: 300, noNaN: true }),
  });
  const parameters = fc.tuple(positive, positive, positive, positive);

  it.each([
    ['BG/NBD', bgNbd],
    ['MBG/NBD', mbgNbd],
    ['Pareto/NBD', paretoNbd],
  ])('%s gives finite expectations that grow with the horizon, and probabilities', (_name, model) => {
    fc.assert(
      fc.property(histories, parameters, ({ x, share, T }, values) => {
        const at = Float64Array.from(values);
        const one = { x: Float64Array.of(x), tx: Float64Array.of(x === 0 ? 0 : share * T), T: Float64Array.of(T) };
        const out = new Float64Array(1);
        model.logLikelihoods(at, one, out);
        expect(out[0]).toSatisfy(Number.isFinite);
        const [alive] = model.aliveProbabilities(at, one);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        const [short, long] = [4, 40].map((weeks) => model.expectedPurchases(at, one, weeks)[0]!);
        expect(short).toBeGreaterThanOrEqual(0);
        expect(long).toBeGreaterThanOrEqual(short!);
        expect(long).toSatisfy(Number.isFinite);
      }),
    );
  });

  it('BG/NBD finds the parameters from which histories were drawn', () => {
    const random = new Random(3);
    const [r, alpha, a, b] = [0.6, 5, 1.2, 3];
    const rows = Array.from({ length: 20_000 }, () => {
      const rate = drawGamma(random, r) / alpha;
      const stop = drawBeta(random, a, b);
      let [x, time, tx] = [0, 0, 0];
      for (;;) {
        time += -Math.log(1 - random.float()) / rate;
        if (time > 50) return [x, tx];
        [x, tx] = [x + 1, time];
        if (random.chance(stop)) return [x, tx];
      }
    });
    const column = (c: number) => Float64Array.from(rows, (row) => row[c]!);
    const groups = groupHistories({ x: column(0), tx: column(1), T: new Float64Array(rows.length).fill(50) });
    const { parameters: found, covariance: errors } = fitPurchases(bgNbd, groups);
    for (const [i, value] of [r, alpha, a, b].entries()) {
      const error = Math.sqrt(errors![i]![i]!);
      expect(Math.abs(Math.log(found[i]! / value))).toBeLessThan(3 * error);
    }
  });
});
