import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import util from 'node:util';

/**
 * Loads a package that extends TensorFlow.js, and gives it Portrait's TensorFlow.js in place of the copy that may lie beside
 * it: a second copy would put its kernels and gradients over those in use.
 */
export function requireBesideOurs(path: string): void {
  bringBackTypeChecks();
  const ours = ourTensorflowJs();
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      const url = ours.get(specifier);
      return url ? { url, shortCircuit: true } : next(specifier, context);
    },
  });
  try {
    createRequire(import.meta.url)(path);
  } finally {
    hooks.deregister();
  }
}

/** Where our copies of what such packages ask for lie. */
function ourTensorflowJs(): Map<string, string> {
  const union = createRequire(import.meta.url).resolve('@tensorflow/tfjs');
  const core = createRequire(union).resolve('@tensorflow/tfjs-core');
  return new Map([
    ['@tensorflow/tfjs', pathToFileURL(union).href],
    ['@tensorflow/tfjs-core', pathToFileURL(core).href],
  ]);
}

/** TensorFlow.js's package for Node 4.22 calls two of Node's old checks: Node 23 took one away, and warns of the other. */
function bringBackTypeChecks(): void {
  const isNullOrUndefined = (value: unknown) => value === null || value === undefined;
  Object.assign(util, { isNullOrUndefined, isArray: Array.isArray });
}
