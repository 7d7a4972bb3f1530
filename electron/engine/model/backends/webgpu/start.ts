import * as tf from '@tensorflow/tfjs';
import { PortraitError } from '../../../../../shared/errors.ts';
import { putReferencesInto } from '../../ops/reference/index.ts';
import type { Device } from '../backend.ts';
import { addInPairs } from './pairwise-add-n.ts';
import { readWithoutCanvas } from './read-sync.ts';
import { watchTicks } from './ticks.ts';

/** Dawn's GPU; it must be kept for as long as any of its objects is used. */
let gpu: GPU | null = null;

/** Chooses the WebGPU backend. Throws WEBGPU_MISSING, WEBGPU_NO_ADAPTER and WEBGPU_FAILED. */
export async function startWebgpu(): Promise<Device> {
  gpu ??= await dawn();
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw noAdapter();
  await import('@tensorflow/tfjs-backend-webgpu');
  putReferencesInto('webgpu');
  addInPairs();
  try {
    const first = tf.findBackend('webgpu') === null;
    await tf.setBackend('webgpu');
    if (first) readWithoutCanvas(tf.backend());
  } catch (error) {
    throw failed(error);
  }
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
  return {
    description: [vendor, architecture, description].filter((part) => part !== '').join(' '),
    software: isFallbackAdapter || /swiftshader|llvmpipe|lavapipe|basic render/i.test(description),
  };
}

/** Puts Dawn where TensorFlow.js looks for a browser's WebGPU. */
async function dawn(): Promise<GPU> {
  watchTicks();
  const { create, globals } = await import('webgpu').catch((error: unknown) => {
    throw missing(error);
  });
  Object.assign(globalThis, globals);
  const made = create([]);
  Object.defineProperty(globalThis.navigator, 'gpu', { value: made, configurable: true });
  return made;
}

function missing(cause: unknown): PortraitError {
  return new PortraitError(
    {
      code: 'WEBGPU_MISSING',
      message: 'The package that brings WebGPU is not installed, or has nothing for this system.',
      hint: 'Install it with "npm i webgpu" in the folder of Portrait.',
    },
    { cause },
  );
}

function noAdapter(): PortraitError {
  return new PortraitError({
    code: 'WEBGPU_NO_ADAPTER',
    message: 'No GPU was found.',
    hint: 'If this machine has one, install its driver (on Linux with Vulkan, the package libvulkan1 too) and measure again.',
  });
}

function failed(cause: unknown): PortraitError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PortraitError(
    {
      code: 'WEBGPU_FAILED',
      message: `The GPU was found, but could not be started: ${reason}`,
      hint: 'Update its driver and measure again.',
      details: { reason },
    },
    { cause },
  );
}
