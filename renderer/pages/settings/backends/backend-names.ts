import type { BackendName } from '../../../../shared/domain/backends.ts';

/** Display names of the backends, the same in every language. */
export const BACKEND_NAMES: Readonly<Record<BackendName, string>> = {
  wasm: 'WebAssembly',
  webgpu: 'WebGPU',
  tensorflow: 'TensorFlow',
};
