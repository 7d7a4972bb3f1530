import * as tf from '@tensorflow/tfjs-core';
import { PortraitError } from '../../../../../shared/errors.ts';
import { registerReferenceKernels } from '../../ops/reference/index.ts';
import type { Device } from '../backend.ts';
import { registerPairwiseAddN } from './pairwise-add-n.ts';
import { patchReadSync } from './read-sync.ts';
import { watchTicks } from './ticks.ts';

/** Dawn's GPU instance; it must be kept for as long as any of its objects is used. */
let gpu: GPU | null = null;

/** Activates the WebGPU backend. Throws WEBGPU_MISSING, WEBGPU_NO_ADAPTER and WEBGPU_FAILED. */
export async function startWebgpu(): Promise<Device> {
  gpu ??= await startDawn();
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw noAdapter();
  await import('@tensorflow/tfjs-backend-webgpu');
  registerReferenceKernels('webgpu');
  registerPairwiseAddN();
  try {
    const isFirstStart = tf.findBackend('webgpu') === null;
    await tf.setBackend('webgpu');
    if (isFirstStart) patchReadSync(tf.backend());
  } catch (error) {
    throw failed(error);
  }
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
  return {
    description: [vendor, architecture, description].filter((part) => part !== '').join(' '),
    software: isFallbackAdapter || /swiftshader|llvmpipe|lavapipe|basic render/i.test(description),
  };
}

/** Installs Dawn as `navigator.gpu`, where TensorFlow.js looks for a browser's WebGPU. */
async function startDawn(): Promise<GPU> {
  watchTicks();
  const { create, globals } = await import('webgpu').catch((error: unknown) => {
    throw missing(error);
  });
  Object.assign(globalThis, globals);
  const instance = create([]);
  Object.defineProperty(globalThis.navigator, 'gpu', { value: instance, configurable: true });
  return instance;
}

function missing(cause: unknown): PortraitError {
  return new PortraitError(
    {
      code: 'WEBGPU_MISSING',
      message: 'The WebGPU package is not installed or does not support this system.',
      hint: 'Use WebAssembly, which runs on every computer, or reinstall Portrait if this system supports WebGPU.',
    },
    { cause },
  );
}

function noAdapter(): PortraitError {
  return new PortraitError({
    code: 'WEBGPU_NO_ADAPTER',
    message: 'No GPU was found.',
    hint: 'If this computer has one, install its driver (on Linux also Vulkan, package libvulkan1) and measure again.',
  });
}

function failed(cause: unknown): PortraitError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PortraitError(
    {
      code: 'WEBGPU_FAILED',
      message: `The GPU could not be started: ${reason}`,
      hint: 'Update its driver and measure again.',
      details: { systemMessage: reason },
    },
    { cause },
  );
}
