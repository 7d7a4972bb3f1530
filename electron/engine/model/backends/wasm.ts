import { cpus } from 'node:os';
import * as tf from '@tensorflow/tfjs';
import { startWasm, wasmInUse } from '../kernels/register.ts';
import type { Backend } from './backend.ts';

/** TensorFlow.js's WebAssembly backend on the processor, with Portrait's kernels where it can run them. */
export const wasm: Backend = {
  async start() {
    const started = await startWasm();
    await tf.setBackend('wasm');
    const device = { description: cpus()[0]?.model.trim() ?? process.arch, software: false };
    return started.kernels ? device : { ...device, lacks: started.reason };
  },
  memory: () => wasmInUse().backend.wasm.asm.memory.buffer.byteLength,
};
