import * as tf from '@tensorflow/tfjs-core';
import { PortraitError } from '../../../../shared/errors.ts';

/** The internals of TensorFlow.js's wasm backend that kernels need; its types do not declare them. */
export interface WasmBackend {
  readonly wasm: {
    readonly asm: { readonly memory: WebAssembly.Memory };
    _malloc(bytes: number): number;
    _free(at: number): void;
  };
  readonly dataIdMap: { get(id: object): { readonly memoryOffset: number } };
  makeOutput(shape: number[], dtype: tf.DataType): tf.TensorInfo;
  incRef(id: object): void;
}

/**
 * Returns the wasm backend; `tf.setBackend('wasm')` must have been awaited. Throws WASM_MEMORY if its memory is not
 * accessible.
 */
export function wasmBackend(): WasmBackend {
  const backend: unknown = tf.backend();
  if (isWasmBackend(backend)) return withAllocationCheck(backend);
  throw new PortraitError({
    code: 'WASM_MEMORY',
    message: 'The memory of the TensorFlow.js wasm backend cannot be accessed.',
    hint: 'Install the version of @tensorflow/tfjs-backend-wasm in package-lock.json.',
  });
}

/**
 * Makes failed allocations throw MODEL_TOO_LARGE: the backend's allocator returns address 0, and TensorFlow.js would
 * write there.
 */
function withAllocationCheck(backend: WasmBackend): WasmBackend {
  const { wasm } = backend;
  const malloc = wasm._malloc;
  wasm._malloc = (bytes) => {
    const at = malloc(bytes) >>> 0;
    if (at !== 0 || bytes === 0) return at;
    const used = wasm.asm.memory.buffer.byteLength;
    throw new PortraitError({
      code: 'MODEL_TOO_LARGE',
      message: `There is not enough memory for this model: ${(used / 1e9).toFixed(1)} of 4.3 GB are in use.`,
      hint: 'Train with a higher minimum count, a smaller width or a smaller batch size.',
      details: { used, limit: 2 ** 32, variant: 'allocation' },
    });
  };
  return backend;
}

function isWasmBackend(backend: unknown): backend is WasmBackend {
  if (typeof backend !== 'object' || backend === null || !('wasm' in backend) || !('dataIdMap' in backend))
    return false;
  const { wasm } = backend;
  return typeof wasm === 'object' && wasm !== null && 'asm' in wasm && '_malloc' in wasm;
}

/** A block of the backend's memory that grows on demand and is reused by every call. */
export class Scratch {
  private readonly backend: WasmBackend;
  private at = 0;
  private bytes = 0;

  constructor(backend: WasmBackend) {
    this.backend = backend;
  }

  reserve(bytes: number): number {
    if (bytes > this.bytes) {
      if (this.at) this.backend.wasm._free(this.at);
      this.at = this.backend.wasm._malloc(bytes);
      this.bytes = bytes;
    }
    return this.at;
  }
}

/** Allocates a tensor of zeros in the backend's memory. */
export function zeros(backend: WasmBackend, shape: number[]): tf.TensorInfo {
  const out = backend.makeOutput(shape, 'float32');
  const { memoryOffset } = backend.dataIdMap.get(out.dataId);
  new Float32Array(backend.wasm.asm.memory.buffer, memoryOffset, tf.util.sizeFromShape(shape)).fill(0);
  return out;
}
