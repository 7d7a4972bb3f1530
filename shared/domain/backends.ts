import { z } from 'zod';

/** What can do a model's arithmetic: the processor through WebAssembly, a GPU through WebGPU, or TensorFlow on either. */
export const BackendName = z.enum(['wasm', 'webgpu', 'tensorflow']);
export type BackendName = z.infer<typeof BackendName>;
