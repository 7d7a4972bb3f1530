import { cpus } from 'node:os';
import * as tf from '@tensorflow/tfjs';
import { startWasm, wasmInUse } from '../kernels/register.ts';
import type { Backend } from './backend.ts';

/** TensorFlow.js's WebAssembly backend with Portrait's kernels, on the processor. */
export const wasm: Backend = {
  async start() {
    await startWasm();
    await tf.setBackend('wasm');
    return { description: cpus()[0]?.model.trim() ?? process.arch, software: false };
  },
  memory: () => wasmInUse().backend.wasm.asm.memory.buffer.byteLength,
};
