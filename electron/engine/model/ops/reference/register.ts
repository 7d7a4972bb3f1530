import * as tf from '@tensorflow/tfjs-core';
import '../../tfjs-operations.js';

export type Tensors = Readonly<Record<string, tf.Tensor>>;

/**
 * One of Portrait's kernels as plain TensorFlow.js operations, with the same inputs, attributes and outputs. Runs where
 * the backend lacks a kernel of that name; its intermediate tensors are disposed, and it is not recorded for gradients.
 */
export type Reference = (inputs: Tensors, attrs: tf.NamedAttrMap) => tf.Tensor | tf.Tensor[];

const references = new Map<string, Reference>();
const backendsWithReferences = new Set<string>();

export function registerReference(kernelName: string, reference: Reference): void {
  references.set(kernelName, reference);
}

/** Runs a reference on the current backend, whichever it is. */
export function runReference(kernelName: string, inputs: Tensors, attrs: tf.NamedAttrMap = {}): tf.Tensor[] {
  const reference = references.get(kernelName);
  if (!reference) throw new Error(`${kernelName} has no reference`);
  const outputs = tf.tidy(() => reference(inputs, attrs));
  return Array.isArray(outputs) ? outputs : [outputs];
}

/** Names of all kernels that have a reference. */
export function referenceNames(): string[] {
  return [...references.keys()];
}

/** Registers the references as kernels of a backend without Portrait's own; a second call has no effect. */
export function registerReferenceKernels(backendName: string): void {
  if (backendsWithReferences.has(backendName)) return;
  backendsWithReferences.add(backendName);
  for (const kernelName of references.keys()) {
    tf.registerKernel({ kernelName, backendName, kernelFunc: referenceKernel(kernelName) });
  }
}

/** Wraps a reference as a kernel function. */
export function referenceKernel(kernelName: string): tf.KernelFunc {
  return ({ inputs, attrs }) => runReference(kernelName, tensorsOf(inputs), attrs ?? {});
}

/** Converts a kernel's inputs to tensors that operations accept. */
export function tensorsOf(inputs: tf.NamedTensorInfoMap): Tensors {
  const entries = Object.entries(inputs).flatMap(([name, info]) => (info ? [[name, tensorOf(info)] as const] : []));
  return Object.fromEntries(entries);
}

function tensorOf(info: tf.TensorInfo): tf.Tensor {
  return info instanceof tf.Tensor ? info : tf.engine().makeTensorFromTensorInfo(info);
}
