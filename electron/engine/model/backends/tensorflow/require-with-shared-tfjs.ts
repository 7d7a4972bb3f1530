import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import util from 'node:util';

const CORE = '@tensorflow/tfjs-core';

/**
 * Loads a package that extends TensorFlow.js, with its imports of the core resolved to Portrait's copy instead of the
 * one installed beside it: a second copy would override the registered kernels and gradients.
 */
export function requireWithSharedTfjs(path: string): void {
  restoreTypeChecks();
  const core = pathToFileURL(createRequire(import.meta.url).resolve(CORE)).href;
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === CORE ? { url: core, shortCircuit: true } : next(specifier, context),
  });
  try {
    createRequire(import.meta.url)(path);
  } finally {
    hooks.deregister();
  }
}

/**
 * Restores two `util` checks that TensorFlow.js's package for Node 4.22 calls: Node 23 removed one and warns about the
 * other.
 */
function restoreTypeChecks(): void {
  const isNullOrUndefined = (value: unknown) => value === null || value === undefined;
  Object.assign(util, { isNullOrUndefined, isArray: Array.isArray });
}
