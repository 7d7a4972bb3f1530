import type * as tf from '@tensorflow/tfjs-core';
import type { KernelModule, LoadedKernels } from './load.ts';
import type { WasmBackend } from './memory.ts';

/** Access to the backend's memory and the addresses of tensors. */
export interface Memory {
  readonly backend: WasmBackend;
  at(tensor: tf.TensorInfo): number;
  scratch(bytes: number): number;
}

/** Context of a kernel: the kernel module and the backend's memory. */
export interface Wasm extends Memory {
  readonly kernels: KernelModule;
}

/**
 * The wasm backend with its kernels, or with the reason why there are none and TensorFlow.js's own operations are used.
 */
export type StartedWasm = Memory & LoadedKernels;
