import type * as tf from '@tensorflow/tfjs';
import { lost, watchFailures } from './failures.ts';
import { tickUntil } from './ticks.ts';

/** The parts of TensorFlow.js's WebGPU backend that reading needs; they are not in its types. */
interface GpuBackend {
  readonly device: GPUDevice;
  readonly commandEncoder: GPUCommandEncoder;
  readonly bufferManager: {
    acquireBuffer(size: number, usage: number): GPUBuffer;
    releaseBuffer(buffer: GPUBuffer): void;
    /** Kept for tensors to come, by size and use. */
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
 * Gives the backend in use a `dataSync` that works in Node: its own draws into a canvas, which only a browser has. Numbers
 * that have been read stay on the host beside those on the GPU, as with the backend's own. Reading throws WEBGPU_LOST,
 * WEBGPU_MEMORY and WEBGPU_REFUSED where something went wrong on the way to the numbers.
 */
export function readWithoutCanvas(backend: unknown): void {
  if (!isGpuBackend(backend)) throw new Error('the WebGPU backend is not one that can be read');
  const refuseFailed = watchFailures(backend.device);
  backend.readSync = (id) => {
    const tensor = backend.tensorMap.get(id);
    if (tensor.values) return tensor.values;
    const bytes = copyOf(backend, tensor);
    refuseFailed();
    keepFew(backend);
    const values = tensor.dtype === 'float32' ? new Float32Array(bytes) : integersOf(tensor.dtype, bytes);
    tensor.values = values;
    return values;
  };
}

/** Bytes of buffers that are kept for tensors to come, and that another shape of batch may never ask for. */
const MOST_KEPT = 2 ** 30;

/** To be called when nothing is left to be submitted to the GPU. */
function keepFew({ bufferManager }: GpuBackend): void {
  if (bufferManager.numBytesAllocated - bufferManager.numBytesUsed <= MOST_KEPT) return;
  for (const buffers of bufferManager.freeBuffers.values()) {
    for (const buffer of buffers.splice(0)) {
      bufferManager.numBytesAllocated -= buffer.size;
      bufferManager.numFreeBuffers--;
      buffer.destroy();
    }
  }
}

/** The GPU knows no single bytes: booleans are integers there. */
function integersOf(dtype: 'int32' | 'bool', bytes: ArrayBuffer): tf.BackendValues {
  const integers = new Int32Array(bytes);
  return dtype === 'bool' ? Uint8Array.from(integers) : integers;
}

function copyOf(backend: GpuBackend, { resource }: GpuTensor): ArrayBuffer {
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
  if (staging.mapState !== 'mapped') throw lost(String(failed ?? 'its memory cannot be read'));
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
  return typeof backend === 'object' && backend !== null && parts.every((part) => part in backend);
}
