import * as tf from '@tensorflow/tfjs-core';
import type { Wasm } from '../../../electron/engine/model/kernels/wasm.ts';
import { fastest } from '../fastest.ts';

/**
 * Matrix products of an encoder with 2 heads, 64 wide, on 32 × 100 positions, of its scores of 3,421 items, and square
 * ones.
 */
const SHAPES: readonly [batch: number, m: number, n: number, k: number][] = [
  [1, 64, 64, 64],
  [1, 128, 128, 128],
  [1, 256, 256, 256],
  [1, 1024, 1024, 1024],
  [1, 3200, 64, 64],
  [1, 3200, 256, 64],
  [1, 3200, 64, 256],
  [1, 64, 256, 3200],
  [1, 480, 3421, 64],
  [1, 480, 64, 3421],
  [1, 3421, 64, 480],
  [64, 100, 100, 32],
  [64, 100, 32, 100],
];
const MAX_ELEMENTS = 4_000_000;

export interface Product {
  readonly name: string;
  readonly operations: number;
  /** Processor seconds. */
  measure(): number;
}

/** All shapes with all four combinations of transposed operands. */
export function productsIn({ kernels, at, scratch }: Wasm): Product[] {
  const [a, b, c] = [tf.randomNormal([MAX_ELEMENTS]), tf.randomNormal([MAX_ELEMENTS]), tf.zeros([MAX_ELEMENTS])].map(
    at,
  ) as [N, N, N];
  const work = scratch(kernels.matmulWork());
  return SHAPES.flatMap(([batch, m, n, k]) =>
    ['A·B', 'A·Bᵀ', 'Aᵀ·B', 'Aᵀ·Bᵀ'].map((form) => {
      const [aRow, aColumn] = form.startsWith('Aᵀ') ? [1, m] : [k, 1];
      const [bRow, bColumn] = form.endsWith('Bᵀ') ? [1, k] : [n, 1];
      const call = () => kernels.matmul(batch, m, n, k, a, m * k, aRow, aColumn, b, k * n, bRow, bColumn, c, work);
      const size = `${batch > 1 ? `${batch} of ` : ''}${m} × ${n} × ${k}`;
      return { name: `product ${form}, ${size}`, operations: 2 * batch * m * n * k, measure: () => fastest(call) };
    }),
  );
}

type N = number;
