import * as tf from '@tensorflow/tfjs';
import { type KernelModule, loadKernels } from './load.ts';
import { Scratch, type WasmBackend, wasmBackend } from './memory.ts';

/** What a kernel is given: the kernels' module and where tensors lie. */
export interface Wasm {
  readonly backend: WasmBackend;
  readonly kernels: KernelModule;
  at(tensor: tf.TensorInfo): number;
  scratch(bytes: number): number;
}

let wasm: Wasm | null = null;

/** Chooses the wasm backend and puts Portrait's kernels into it; a second call does nothing. */
export async function startWasm(): Promise<Wasm> {
  if (wasm) return wasm;
  await import('@tensorflow/tfjs-backend-wasm');
  await tf.setBackend('wasm');
  const backend = wasmBackend();
  const scratch = new Scratch(backend);
  wasm = {
    backend,
    kernels: loadKernels(backend.wasm.asm.memory),
    at: (tensor) => backend.dataIdMap.get(tensor.dataId).memoryOffset,
    scratch: (bytes) => scratch.take(bytes),
  };
  tf.unregisterKernel('BatchMatMul', 'wasm');
  registerKernel('BatchMatMul', batchMatMul);
  tf.unregisterKernel('Identity', 'wasm');
  registerKernel('Identity', identity);
  return wasm;
}

type Inputs = tf.NamedTensorInfoMap;
type Attrs = tf.NamedAttrMap;
type Kernel = (wasm: Wasm, inputs: Inputs, attrs: Attrs) => tf.TensorInfo | tf.TensorInfo[];

/** Makes a kernel known to TensorFlow.js's wasm backend. */
export function registerKernel(kernelName: string, kernel: Kernel): void {
  tf.registerKernel({
    kernelName,
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => kernel(wasmInUse(), inputs, attrs ?? {}),
  });
}

/** Runs a kernel, and records it for gradients. */
export function runKernels(name: string, inputs: Record<string, tf.Tensor>, attrs: tf.NamedAttrMap = {}): tf.Tensor[] {
  const result: tf.Tensor | tf.Tensor[] = tf.engine().runKernel(name, inputs, attrs);
  return Array.isArray(result) ? result : [result];
}

export function runKernel(name: string, inputs: Record<string, tf.Tensor>, attrs: tf.NamedAttrMap = {}): tf.Tensor {
  return runKernels(name, inputs, attrs)[0]!;
}

function batchMatMul({ backend, kernels, at, scratch }: Wasm, inputs: Inputs, attrs: Attrs): tf.TensorInfo {
  const a = inputs.a!;
  const b = inputs.b!;
  const [rows, inner] = lastTwo(a.shape, attrs.transposeA === true);
  const [, columns] = lastTwo(b.shape, attrs.transposeB === true);
  const batchA = tf.util.sizeFromShape(a.shape.slice(0, -2));
  const batchB = tf.util.sizeFromShape(b.shape.slice(0, -2));
  const outer = (batchA >= batchB ? a : b).shape.slice(0, -2);
  const out = backend.makeOutput([...outer, rows, columns], 'float32');
  const [aRow, aColumn] = attrs.transposeA === true ? [1, rows] : [inner, 1];
  const [bRow, bColumn] = attrs.transposeB === true ? [1, inner] : [columns, 1];
  const work = scratch(kernels.matmulWork());
  kernels.matmul(
    Math.max(batchA, batchB),
    rows,
    columns,
    inner,
    at(a),
    batchA === 1 ? 0 : rows * inner,
    aRow,
    aColumn,
    at(b),
    batchB === 1 ? 0 : inner * columns,
    bRow,
    bColumn,
    at(out),
    work,
  );
  return out;
}

/** A second name of the same memory; the backend's own kernel copies it. */
function identity({ backend }: Wasm, { x }: Inputs): tf.TensorInfo {
  backend.incRef(x!.dataId);
  return { dataId: x!.dataId, shape: x!.shape, dtype: x!.dtype };
}

function lastTwo(shape: number[], transposed: boolean): [number, number] {
  const [first, second] = [shape.at(-2)!, shape.at(-1)!];
  return transposed ? [second, first] : [first, second];
}

/** The kernels in use; `startWasm` must have been awaited. */
export function wasmInUse(): Wasm {
  if (wasm) return wasm;
  throw new Error('startWasm() must be awaited before a model runs');
}
