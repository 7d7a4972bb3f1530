import type { BackendName } from '../../../shared/domain/backends.ts';

/** What backends are called, in every language. */
export const BACKEND_NAMES: Readonly<Record<BackendName, string>> = {
  wasm: 'WebAssembly',
  webgpu: 'WebGPU',
  tensorflow: 'TensorFlow',
};
