import * as tf from '@tensorflow/tfjs-core';
import { startWasm } from '../electron/engine/model/kernels/register.ts';
import type { Bench, Row } from './row.ts';
import { layers } from './support/kernels/layers.ts';
import { limitsIn } from './support/kernels/limits.ts';
import { passes } from './support/kernels/passes.ts';
import { productsIn } from './support/kernels/products.ts';

const COPIED = 4_000_000;

/**
 * Compares each kernel with the limit of a core in this engine: matrix products with fused multiply-adds in registers,
 * memory passes with a copy of as many bytes. Processor seconds, the best of several; the limit is measured again
 * before each.
 */
const bench: Bench = async () => {
  const wasm = await startWasm();
  if (!wasm.kernels) throw wasm.reason;
  const [from, to] = [tf.zeros([COPIED]), tf.zeros([COPIED])].map(wasm.at) as [number, number];
  const limits = limitsIn(wasm.backend.wasm.asm.memory, from, to);
  const ofProducts = [...productsIn(wasm), ...layers()].map(({ name, operations, measure }): Row => {
    const peerFigure = limits.arithmetic() / 1e9;
    const figure = operations / measure() / 1e9;
    return {
      case: name,
      figure,
      unit: 'GFLOP/s',
      peer: 'relaxed SIMD in registers',
      peerFigure,
      ratio: figure / peerFigure,
    };
  });
  const ofPasses = passes().map(({ name, bytes, measure }): Row => {
    const peerFigure = limits.copying(bytes / 2) / 1e9;
    const figure = bytes / measure() / 1e9;
    return { case: name, figure, unit: 'GB/s', peer: 'copying as many bytes', peerFigure, ratio: figure / peerFigure };
  });
  return [...ofProducts, ...ofPasses];
};
export default bench;
