import * as tf from '@tensorflow/tfjs-core';
import { zeros } from '../kernels/memory.ts';
import { registerKernel, runKernel, runKernels } from '../kernels/register.ts';
import type { Wasm } from '../kernels/wasm.ts';

/** table: (n, width); ids: (rows) int32 below n. */
export interface Embedding {
  readonly table: tf.Tensor;
  readonly ids: tf.Tensor1D;
}

/**
 * Sums, for each position, its rows of all tables: (rows, width). A table's gradient is dense, with zeros in rows that
 * were not looked up: Adam's moments of those rows decay too, so each step updates the whole table anyway.
 */
export function embeddingSum(embeddings: readonly Embedding[]): tf.Tensor2D {
  const [first] = embeddings;
  if (!first) throw new Error('there are no embeddings to sum');
  const sizes = embeddings.map(({ table }) => table.shape[0]!);
  const embeddingSumOp = tf.customGrad((...args) => {
    const save = args.at(-1) as tf.GradSaveFunc;
    const ids = embeddings.map((embedding) => embedding.ids);
    save(ids);
    return {
      value: runKernel('EmbeddingSum', {
        ...numberedInputs('table', args.slice(0, -1) as tf.Tensor[]),
        ...numberedInputs('ids', ids),
      }),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) =>
        runKernels('EmbeddingSumGrad', { dy, ...numberedInputs('ids', saved) }, { sizes }),
    };
  });
  return embeddingSumOp(...embeddings.map(({ table }) => table)).as2D(first.ids.size, first.table.shape[1]!);
}

function numberedInputs(name: string, tensors: readonly tf.Tensor[]): Record<string, tf.Tensor> {
  return Object.fromEntries(tensors.map((tensor, i) => [`${name}${i}`, tensor]));
}

registerKernel('EmbeddingSum', (wasm, inputs) => {
  const [rows, width] = [inputs.ids0!.shape[0]!, inputs.table0!.shape[1]!];
  const count = Object.keys(inputs).length / 2;
  const tables = Array.from({ length: count }, (_, i) => inputs[`table${i}`]!);
  const out = wasm.backend.makeOutput([rows, width], 'float32');
  wasm.kernels.embeddingSum(count, writeAddresses(wasm, tables, inputs), rows, width, wasm.at(out));
  return out;
});
registerKernel('EmbeddingSumGrad', (wasm, inputs, attrs) => {
  const [rows, width] = inputs.dy!.shape as [number, number];
  const gradients = (attrs.sizes as number[]).map((size) => zeros(wasm.backend, [size, width]));
  const table = writeAddresses(wasm, gradients, inputs);
  wasm.kernels.embeddingSumGradient(gradients.length, table, rows, width, wasm.at(inputs.dy!));
  return gradients;
});

/**
 * Writes the addresses of each table and its ids alternately to scratch memory, as the kernels expect them, and returns
 * their address.
 */
function writeAddresses(
  { backend, at, scratch }: Wasm,
  tables: readonly tf.TensorInfo[],
  inputs: tf.NamedTensorInfoMap,
): number {
  const addresses = scratch(8 * tables.length);
  const numbers = new Int32Array(backend.wasm.asm.memory.buffer, addresses, 2 * tables.length);
  tables.forEach((table, i) => {
    numbers.set([at(table), at(inputs[`ids${i}`]!)], 2 * i);
  });
  return addresses;
}
