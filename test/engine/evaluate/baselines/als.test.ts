import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternatingLeastSquares, rowSolver } from '../../../../electron/engine/evaluate/baselines/als.ts';
import type { Sparse } from '../../../../electron/engine/evaluate/baselines/baseline-data.ts';
import { solveInPlace } from '../../../../electron/engine/evaluate/baselines/cholesky.ts';
import { Random } from '../../../../shared/domain/random.ts';

const options = { factors: 3, alpha: 4, regularisation: 0.5, iterations: 1, seed: 2 };
const nothing = () => {};

const normals = (length: number, seed: number) => {
  const random = new Random(seed);
  return Float32Array.from({ length }, () => random.normal());
};

/** A dense table as a sparse matrix. */
function sparse(table: number[][]): Sparse {
  const cells = table.flatMap((row, r) => row.map((count, c) => ({ r, c, count }))).filter(({ count }) => count > 0);
  const before = (row: number) => cells.filter(({ r }) => r < row).length;
  return {
    offsets: Int32Array.from({ length: table.length + 1 }, (_, row) => before(row)),
    column: Int32Array.from(cells, ({ c }) => c),
    weight: Float32Array.from(cells, ({ count }) => count),
  };
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a).reduce((sum, x, i) => sum + x * b[i]!, 0);
const vector = (all: Float32Array, index: number) => all.subarray(3 * index, 3 * index + 3);

describe('a system of equations', () => {
  it('is solved for any positive definite matrix', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(), (n, seed) => {
        const m = normals(n * n, seed);
        const a = Float64Array.from({ length: n * n }, (_, at) => {
          const [i, j] = [Math.floor(at / n), at % n];
          return dot(m.subarray(i * n, i * n + n), m.subarray(j * n, j * n + n)) + (i === j ? 1 : 0);
        });
        const b = Float64Array.from(normals(n, seed + 1));
        const x = b.slice();
        solveInPlace(a.slice(), x);
        for (let i = 0; i < n; i++) expect(dot(a.subarray(i * n, i * n + n), x)).toBeCloseTo(b[i]!, 6);
      }),
    );
  });
});

describe('matrix factorisation of implicit feedback', () => {
  const table = [
    [2, 0, 1, 0, 0],
    [0, 1, 0, 0, 3],
    [1, 1, 1, 0, 0],
    [0, 0, 0, 0, 0],
  ];
  const counts = sparse(table);

  /** The loss of Hu, Koren and Volinsky, over every cell of the table. */
  function lossOf({ rows, columns }: { rows: Float32Array; columns: Float32Array }): number {
    const cells = table.flatMap((row, r) =>
      row.map((count, c) => {
        const miss = (count > 0 ? 1 : 0) - dot(vector(rows, r), vector(columns, c));
        return (1 + options.alpha * count) * miss ** 2;
      }),
    );
    const size = dot(rows, rows) + dot(columns, columns);
    return cells.reduce((sum, cell) => sum + cell, 0) + options.regularisation * size;
  }

  it('computes for each row the vector that minimises the loss over all cells, with the other side fixed', () => {
    const columns = normals(15, 4);
    const solve = rowSolver(columns, options);
    const rows = new Float32Array(12);
    table.forEach((row, r) => {
      const had = [...row.keys()].filter((c) => row[c]! > 0);
      rows.set(
        solve(
          Int32Array.from(had),
          Float32Array.from(had, (c) => row[c]!),
        ),
        3 * r,
      );
    });
    const least = lossOf({ rows, columns });
    fc.assert(
      fc.property(fc.nat(11), fc.constantFrom(-0.01, 0.01), (at, step) => {
        const moved = rows.slice();
        moved[at]! += step;
        expect(lossOf({ rows: moved, columns })).toBeGreaterThan(least);
      }),
    );
    expect([...vector(rows, 3)]).toEqual([0, 0, 0]);
  });

  it('decreases its loss in each round', () => {
    const losses = [1, 2, 4, 8].map((iterations) =>
      lossOf(alternatingLeastSquares(counts, 5, { ...options, iterations }, nothing)),
    );
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
    expect(losses[3]).toBeLessThan(losses[0]!);
  });

  it('is deterministic for a seed, and can be cancelled', () => {
    expect(alternatingLeastSquares(counts, 5, options, nothing)).toEqual(
      alternatingLeastSquares(counts, 5, options, nothing),
    );
    const stop = () => {
      throw new Error('stopped here');
    };
    expect(() => alternatingLeastSquares(counts, 5, options, stop)).toThrow('stopped here');
  });
});
