import type * as tf from '@tensorflow/tfjs-core';
import { deviceLost, watchFailures } from './failures.ts';
import { tickUntil } from './ticks.ts';

/** The internals of TensorFlow.js's WebGPU backend that synchronous reads need; its types do not declare them. */
interface GpuBackend {
  readonly device: GPUDevice;
  readonly commandEncoder: GPUCommandEncoder;
  readonly bufferManager: {
    acquireBuffer(size: number, usage: number): GPUBuffer;
    releaseBuffer(buffer: GPUBuffer): void;
    /** Unused buffers kept for reuse, by size and usage. */
    readonly freeBuffers: Map<string, GPUBuffer[]>;
    numFreeBuffers: number;
    numBytesUsed: number;
    numBytesAllocated: number;
  };
  readonly tensorMap: { get(id: object): GpuTensor };
  ensureCommandEncoderReady(): void;
  endComputePassEncoder(): void;
  submitQueue(): void;
  readSync(id: object): tf.BackendValues;
}

interface GpuTensor {
  values: tf.BackendValues | null | undefined;
  readonly resource: GPUBuffer | null;
  readonly dtype: 'float32' | 'int32' | 'bool';
}

/**
 * Replaces the current backend's `readSync` with one that works in Node: the original draws into a canvas, which only a
 * browser has. As in the original, values that were read stay cached on the host. Reading throws WEBGPU_LOST,
 * WEBGPU_MEMORY and WEBGPU_REFUSED if an earlier operation failed.
 */
export function patchReadSync(backend: unknown): void {
  if (!isGpuBackend(backend)) throw new Error('the WebGPU backend has an unexpected structure');
  const throwOnFailure = watchFailures(backend.device);
  backend.readSync = (id) => {
    const tensor = backend.tensorMap.get(id);
    if (tensor.values) return tensor.values;
    const bytes = readBuffer(backend, tensor);
    throwOnFailure();
    freeUnusedBuffers(backend);
    const values = tensor.dtype === 'float32' ? new Float32Array(bytes) : integersOf(tensor.dtype, bytes);
    tensor.values = values;
    return values;
  };
}

/** Maximum bytes of unused buffers; batches of another shape may never reuse them. */
const MAX_FREE_BYTES = 2 ** 30;

/** Destroys the unused buffers if they exceed the limit. Call it only when no commands are pending. */
function freeUnusedBuffers({ bufferManager }: GpuBackend): void {
  if (bufferManager.numBytesAllocated - bufferManager.numBytesUsed <= MAX_FREE_BYTES) return;
  for (const buffers of bufferManager.freeBuffers.values()) {
    for (const buffer of buffers.splice(0)) {
      bufferManager.numBytesAllocated -= buffer.size;
      bufferManager.numFreeBuffers--;
      buffer.destroy();
    }
  }
}

/** Converts integers read from the GPU; booleans are stored there as integers. */
function integersOf(dtype: 'int32' | 'bool', bytes: ArrayBuffer): tf.BackendValues {
  const integers = new Int32Array(bytes);
  return dtype === 'bool' ? Uint8Array.from(integers) : integers;
}

function readBuffer(backend: GpuBackend, { resource }: GpuTensor): ArrayBuffer {
  if (!resource) throw new Error('a tensor has neither values nor a buffer');
  const { size } = resource;
  const staging = backend.bufferManager.acquireBuffer(size, GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ);
  backend.ensureCommandEncoderReady();
  backend.endComputePassEncoder();
  backend.commandEncoder.copyBufferToBuffer(resource, 0, staging, 0, size);
  backend.submitQueue();
  let failed: unknown = null;
  staging.mapAsync(GPUMapMode.READ).catch((error: unknown) => {
    failed = error;
  });
  tickUntil(() => staging.mapState !== 'pending');
  if (staging.mapState !== 'mapped') throw deviceLost(String(failed ?? ''));
  const copy = staging.getMappedRange().slice(0);
  staging.unmap();
  backend.bufferManager.releaseBuffer(staging);
  return copy;
}

function isGpuBackend(backend: unknown): backend is GpuBackend {
  const parts = [
    'device',
    'bufferManager',
    'tensorMap',
    'ensureCommandEncoderReady',
    'endComputePassEncoder',
    'submitQueue',
  ];
  return typeof backend === 'object' && backend !== null && parts.every((part) => Reflect.has(backend, part));
}
