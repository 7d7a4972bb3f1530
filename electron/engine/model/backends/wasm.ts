import { cpus } from 'node:os';
import * as tf from '@tensorflow/tfjs-core';
import { startWasm, wasmInUse } from '../kernels/register.ts';
import type { Backend } from './backend.ts';

/** Label of each build of the kernels; with `none`, TensorFlow.js's own operations are used. */
const BUILDS = { relaxed: 'relaxed SIMD', simd: 'SIMD', none: 'no kernels' } as const;

/** TensorFlow.js's WebAssembly backend on the processor, with Portrait's kernels where the machine supports them. */
export const wasm: Backend = {
  async start() {
    const started = await startWasm();
    await tf.setBackend('wasm');
    const processor = cpus()[0]?.model.trim() ?? process.arch;
    const device = { description: `${processor}, ${BUILDS[started.build ?? 'none']}`, software: false };
    return started.kernels ? device : { ...device, limitation: started.reason };
  },
  memory: () => wasmInUse().backend.wasm.asm.memory.buffer.byteLength,
};
