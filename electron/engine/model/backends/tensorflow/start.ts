import { cpus } from 'node:os';
import * as tf from '@tensorflow/tfjs-core';
import { PortraitError } from '../../../../../shared/errors.ts';
import { registerReferenceKernels } from '../../ops/reference/index.ts';
import type { Device } from '../backend.ts';
import { findPackage } from './find-package.ts';
import { requireWithSharedTfjs } from './require-with-shared-tfjs.ts';

/** Activates the TensorFlow backend if its package is installed. Throws TENSORFLOW_MISSING and TENSORFLOW_FAILED. */
export async function startTensorflow(): Promise<Device> {
  const path = findPackage();
  if (!path) throw missing();
  try {
    if (!tf.findBackendFactory('tensorflow')) requireWithSharedTfjs(path);
    registerReferenceKernels('tensorflow');
    if (!(await tf.setBackend('tensorflow'))) throw new Error('TensorFlow.js refused it');
    return deviceOf(tf.backend());
  } catch (error) {
    throw failed(error);
  }
}

function deviceOf(backend: object): Device {
  if (!isNodeBackend(backend)) throw new Error('the package registers a backend other than TensorFlow');
  const processor = cpus()[0]?.model.trim() ?? process.arch;
  const hardware = backend.isUsingGpuDevice ? 'GPU' : processor;
  return { description: `TensorFlow ${backend.binding.TF_Version}, ${hardware}`, software: false };
}

/** The backend's properties that identify its device; its types do not declare them. */
interface NodeBackend {
  readonly isUsingGpuDevice: boolean;
  readonly binding: { readonly TF_Version: string };
}

function isNodeBackend(backend: object): backend is NodeBackend {
  return 'isUsingGpuDevice' in backend && 'binding' in backend;
}

function missing(): PortraitError {
  return new PortraitError({
    code: 'TENSORFLOW_MISSING',
    message: 'The TensorFlow package is not installed.',
    hint: 'Install it with "npm i @tensorflow/tfjs-node" in the folder of Portrait (with an NVIDIA GPU and CUDA, "@tensorflow/tfjs-node-gpu"), or set PORTRAIT_TENSORFLOW to the folder that contains it.',
  });
}

function failed(cause: unknown): PortraitError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PortraitError(
    {
      code: 'TENSORFLOW_FAILED',
      message: `TensorFlow is installed but could not be started: ${reason.split('\n', 1)[0]?.trim()}`,
      hint: 'Reinstall the package and let its install script download the TensorFlow library, without which it is incomplete.',
      details: { systemMessage: reason },
    },
    { cause },
  );
}
