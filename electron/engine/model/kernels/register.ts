import * as tf from '@tensorflow/tfjs';
import { referenceKernel } from '../ops/reference/index.ts';
import { batchMatMul } from './batch-matmul.ts';
import { KERNEL_BUILDS, type KernelBuild, type KernelModule, type LoadedKernels, loadKernels } from './load.ts';
import { Scratch, type WasmBackend, wasmBackend } from './memory.ts';

/** Where tensors lie. */
interface Memory {
  readonly backend: WasmBackend;
  at(tensor: tf.TensorInfo): number;
  scratch(bytes: number): number;
}

/** What a kernel is given: the kernels' module and where tensors lie. */
export interface Wasm extends Memory {
  readonly kernels: KernelModule;
}

/** The wasm backend with the kernels that work on it, or with why none do and TensorFlow.js's own operations do their work. */
export type StartedWasm = Memory & LoadedKernels;

let memory: Memory | null = null;
let wasm: StartedWasm | null = null;
let allowed: readonly KernelBuild[] = [];

/**
 * Chooses the wasm backend and puts the best of the allowed builds of Portrait's kernels into it, or plain operations where
 * this machine can run none; a second call with the same builds does nothing.
 */
export async function startWasm(builds = KERNEL_BUILDS): Promise<StartedWasm> {
  if (wasm && builds === allowed) return wasm;
  await import('@tensorflow/tfjs-backend-wasm');
  await tf.setBackend('wasm');
  memory ??= firstStart();
  wasm = { ...memory, ...loadKernels(memory.backend.wasm.asm.memory, builds) };
  allowed = builds;
  return wasm;
}

type Inputs = tf.NamedTensorInfoMap;
type Attrs = tf.NamedAttrMap;
type Kernel = (wasm: Wasm, inputs: Inputs, attrs: Attrs) => tf.TensorInfo | tf.TensorInfo[];

/** Makes a kernel known to TensorFlow.js's wasm backend, with what does its work where our kernels do not run. */
export function registerKernel(kernelName: string, kernel: Kernel, otherwise = referenceKernel(kernelName)): void {
  tf.registerKernel({
    kernelName,
    backendName: 'wasm',
    kernelFunc: (given) => {
      const started = wasmInUse();
      return started.kernels ? kernel(started, given.inputs, given.attrs ?? {}) : otherwise(given);
    },
  });
}

/** Runs a kernel, and records it for gradients. */
export function runKernels(name: string, inputs: Record<string, tf.Tensor>, attrs: tf.NamedAttrMap = {}): tf.Tensor[] {
  const result: tf.Tensor | tf.Tensor[] = tf.engine().runKernel(name, inputs, attrs);
  return Array.isArray(result) ? result : [result];
}

/** Whether what runs now is recorded, for gradients to be asked for. */
export function isRecorded(): boolean {
  return tf.engine().state.gradientDepth > 0;
}

export function runKernel(name: string, inputs: Record<string, tf.Tensor>, attrs: tf.NamedAttrMap = {}): tf.Tensor {
  return runKernels(name, inputs, attrs)[0]!;
}

/** The backend's memory, and our kernels in the place of two of its own. */
function firstStart(): Memory {
  const backend = wasmBackend();
  const scratch = new Scratch(backend);
  replaceKernel('BatchMatMul', batchMatMul);
  replaceKernel('Identity', identity);
  return {
    backend,
    at: (tensor) => backend.dataIdMap.get(tensor.dataId).memoryOffset,
    scratch: (bytes) => scratch.take(bytes),
  };
}

function replaceKernel(name: string, kernel: Kernel): void {
  const { kernelFunc } = tf.getKernel(name, 'wasm');
  tf.unregisterKernel(name, 'wasm');
  registerKernel(name, kernel, kernelFunc);
}

/** A second name of the same memory; the backend's own kernel copies it. */
function identity({ backend }: Wasm, { x }: Inputs): tf.TensorInfo {
  backend.incRef(x!.dataId);
  return { dataId: x!.dataId, shape: x!.shape, dtype: x!.dtype };
}

/** The backend in use; `startWasm` must have been awaited. */
export function wasmInUse(): StartedWasm {
  if (wasm) return wasm;
  throw new Error('startWasm() must be awaited before a model runs');
}
