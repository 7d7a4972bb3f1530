import { BackendName } from '../../shared/domain/backends.ts';

/** Display names of the backends, the same in every language. */
export const BACKEND_NAMES: Readonly<Record<BackendName, string>> = {
  wasm: 'WebAssembly',
  webgpu: 'WebGPU',
  tensorflow: 'TensorFlow',
};

/** Display name of the backend of a run; the stored name if this version has no such backend. */
export function backendName(stored: string): string {
  const { data } = BackendName.safeParse(stored);
  return data ? BACKEND_NAMES[data] : stored;
}
