import { z } from 'zod';

/** What can do a model's arithmetic: the processor through WebAssembly, or a GPU through WebGPU. */
export const BackendName = z.enum(['wasm', 'webgpu']);
export type BackendName = z.infer<typeof BackendName>;
