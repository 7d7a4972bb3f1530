import { z } from 'zod';

/** What a model runs on: our kernels in WebAssembly, a GPU by WebGPU, or the native TensorFlow that the user installed. */
export const BackendName = z.enum(['wasm', 'webgpu', 'tensorflow']);
export type BackendName = z.infer<typeof BackendName>;

/** `auto`: whichever was measured to be the fastest of those that give right results. */
export const BackendChoice = z.enum(['auto', ...BackendName.options]);
export type BackendChoice = z.infer<typeof BackendChoice>;
