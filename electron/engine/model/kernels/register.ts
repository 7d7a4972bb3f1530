import * as tf from '@tensorflow/tfjs-core';
import { referenceKernel } from '../ops/reference/index.ts';
import { batchMatMul } from './batch-matmul.ts';
import { KERNEL_BUILDS, type KernelBuild, loadKernels } from './load.ts';
import { Scratch, wasmBackend } from './memory.ts';
import type { Memory, StartedWasm, Wasm } from './wasm.ts';

let memory: Memory | null = null;
let wasm: StartedWasm | null = null;
let allowedBuilds: readonly KernelBuild[] = [];

/**
 * Activates the wasm backend with the best of the allowed builds of Portrait's kernels, or with plain operations if
 * this machine cannot run any; a second call with the same builds has no effect.
 */
export async function startWasm(builds = KERNEL_BUILDS): Promise<StartedWasm> {
  if (wasm && builds === allowedBuilds) return wasm;
  await import('@tensorflow/tfjs-backend-wasm');
  await tf.setBackend('wasm');
  memory ??= initialiseMemory();
  wasm = { ...memory, ...loadKernels(memory.backend.wasm.asm.memory, builds) };
  allowedBuilds = builds;
  return wasm;
}

type Inputs = tf.NamedTensorInfoMap;
type Attrs = tf.NamedAttrMap;
type Kernel = (wasm: Wasm, inputs: Inputs, attrs: Attrs) => tf.TensorInfo | tf.TensorInfo[];

/**
 * Registers a kernel with TensorFlow.js's wasm backend, with a fallback for machines that cannot run Portrait's
 * kernels.
 */
export function registerKernel(kernelName: string, kernel: Kernel, fallback = referenceKernel(kernelName)): void {
  tf.registerKernel({
    kernelName,
    backendName: 'wasm',
    kernelFunc: (options) => {
      const started = wasmInUse();
      return started.kernels ? kernel(started, options.inputs, options.attrs ?? {}) : fallback(options);
    },
  });
}

/** Runs a kernel and records it for gradients. */
export function runKernels(name: string, inputs: Record<string, tf.Tensor>, attrs: tf.NamedAttrMap = {}): tf.Tensor[] {
  const result: tf.Tensor | tf.Tensor[] = tf.engine().runKernel(name, inputs, attrs);
  return Array.isArray(result) ? result : [result];
}

/** Whether operations are being recorded for gradients. */
export function isRecordingGradients(): boolean {
  return tf.engine().state.gradientDepth > 0;
}

export function runKernel(name: string, inputs: Record<string, tf.Tensor>, attrs: tf.NamedAttrMap = {}): tf.Tensor {
  return runKernels(name, inputs, attrs)[0]!;
}

/** Sets up access to the backend's memory and replaces two of its kernels. */
function initialiseMemory(): Memory {
  const backend = wasmBackend();
  const scratch = new Scratch(backend);
  replaceKernel('BatchMatMul', batchMatMul);
  replaceKernel('Identity', identity);
  return {
    backend,
    at: (tensor) => backend.dataIdMap.get(tensor.dataId).memoryOffset,
    scratch: (bytes) => scratch.reserve(bytes),
  };
}

function replaceKernel(name: string, kernel: Kernel): void {
  const { kernelFunc } = tf.getKernel(name, 'wasm');
  tf.unregisterKernel(name, 'wasm');
  registerKernel(name, kernel, kernelFunc);
}

/** Returns an alias of the same memory; the backend's own kernel copies it. */
function identity({ backend }: Wasm, { x }: Inputs): tf.TensorInfo {
  backend.incRef(x!.dataId);
  return { dataId: x!.dataId, shape: x!.shape, dtype: x!.dtype };
}

/** Returns the running wasm backend; `startWasm` must have been awaited. */
export function wasmInUse(): StartedWasm {
  if (wasm) return wasm;
  throw new Error('startWasm() must be awaited before a model runs');
}
