import { z } from 'zod';

/** Backends of the model: the CPU through WebAssembly, a GPU through WebGPU, or TensorFlow on either. */
export const BackendName = z.enum(['wasm', 'webgpu', 'tensorflow']);
export type BackendName = z.infer<typeof BackendName>;
