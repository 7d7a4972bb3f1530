import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orthonormalise } from '../../../../electron/engine/train/embeddings/orthonormal.ts';
import { normals } from '../../model/numeric.ts';

const product = (values: Float32Array, width: number, i: number, j: number) => {
  let sum = 0;
  for (let row = 0; row < values.length; row += width) sum += values[row + i]! * values[row + j]!;
  return sum;
};

it('columns become orthonormal and keep their span', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 8, max: 40 }), fc.integer(), (width, rows, seed) => {
      const values = normals(rows * width, seed);
      const before = values.slice();
      orthonormalise(values, width);
      for (let i = 0; i < width; i++) {
        for (let j = 0; j < width; j++) expect(product(values, width, i, j)).toBeCloseTo(i === j ? 1 : 0, 3);
      }
      // Residual of each original column after projection onto the new ones.
      for (let i = 0; i < width; i++) {
        const residuals = Float32Array.from({ length: rows }, (_, row) => {
          let residual = before[row * width + i]!;
          for (let j = 0; j < width; j++) {
            let share = 0;
            for (let r = 0; r < rows; r++) share += before[r * width + i]! * values[r * width + j]!;
            residual -= share * values[row * width + j]!;
          }
          return residual;
        });
        expect(Math.hypot(...residuals)).toBeLessThan(1e-3 * Math.sqrt(rows));
      }
    }),
  );
});

it('columns that are zero or linearly dependent become zero', () => {
  const values = Float32Array.from([1, 2, 0, 3, 1, 2, 0, 1, 1, 2, 0, 4]);
  orthonormalise(values, 4);
  expect([1, 2].map((i) => product(values, 4, i, i))).toEqual([0, 0]);
  expect(product(values, 4, 3, 3)).toBeCloseTo(1, 4);
});
