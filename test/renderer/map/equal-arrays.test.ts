import { expect, it } from 'vitest';
import { areEqual } from '../../../renderer/map/equal-arrays.ts';

it('equal arrays have the same length and values, unknown ones included', () => {
  const values = Float32Array.of(1, Number.NaN, 3);
  expect(areEqual(values, Float32Array.of(1, Number.NaN, 3))).toBe(true);
  expect(areEqual(values, Float32Array.of(1, Number.NaN))).toBe(false);
  expect(areEqual(values, Float32Array.of(1, Number.NaN, 4))).toBe(false);
  expect(areEqual(values, Float32Array.of(1, 2, 3))).toBe(false);
});
