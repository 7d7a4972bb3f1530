import * as tf from '@tensorflow/tfjs';

export type Tensors = Readonly<Record<string, tf.Tensor>>;

/**
 * A kernel of Portrait's as plain TensorFlow.js operations: same inputs, attributes and outputs. Runs where the backend has
 * no kernel of that name; what it makes on the way is disposed of, and it is not recorded for gradients.
 */
export type Reference = (inputs: Tensors, attrs: tf.NamedAttrMap) => tf.Tensor | tf.Tensor[];

const references = new Map<string, Reference>();
const backendsWithReferences = new Set<string>();

export function registerReference(kernelName: string, reference: Reference): void {
  references.set(kernelName, reference);
}

/** Runs a reference on the backend in use, whichever it is. */
export function runReference(kernelName: string, inputs: Tensors, attrs: tf.NamedAttrMap = {}): tf.Tensor[] {
  const reference = references.get(kernelName);
  if (!reference) throw new Error(`${kernelName} has no reference`);
  const kept = tf.tidy(() => reference(inputs, attrs));
  return Array.isArray(kept) ? kept : [kept];
}

/** Names of all kernels that have a reference. */
export function referenceNames(): string[] {
  return [...references.keys()];
}

/** Makes the references known to a backend that has no kernels of ours; a second call does nothing. */
export function putReferencesInto(backendName: string): void {
  if (backendsWithReferences.has(backendName)) return;
  backendsWithReferences.add(backendName);
  for (const kernelName of references.keys()) {
    tf.registerKernel({ kernelName, backendName, kernelFunc: referenceKernel(kernelName) });
  }
}

/** A reference in a kernel's place. */
export function referenceKernel(kernelName: string): tf.KernelFunc {
  return ({ inputs, attrs }) => runReference(kernelName, tensorsOf(inputs), attrs ?? {});
}

/** What a kernel is given, as tensors that operations take. */
export function tensorsOf(inputs: tf.NamedTensorInfoMap): Tensors {
  const entries = Object.entries(inputs).flatMap(([name, info]) => (info ? [[name, tensorOf(info)] as const] : []));
  return Object.fromEntries(entries);
}

function tensorOf(info: tf.TensorInfo): tf.Tensor {
  return info instanceof tf.Tensor ? info : tf.engine().makeTensorFromTensorInfo(info);
}
