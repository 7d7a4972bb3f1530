import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import util from 'node:util';

/**
 * Loads a package that extends TensorFlow.js, with its imports of TensorFlow.js resolved to Portrait's copy instead of
 * the one installed beside it: a second copy would override the registered kernels and gradients.
 */
export function requireWithSharedTfjs(path: string): void {
  restoreTypeChecks();
  const sharedUrls = sharedTfjsUrls();
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      const url = sharedUrls.get(specifier);
      return url ? { url, shortCircuit: true } : next(specifier, context);
    },
  });
  try {
    createRequire(import.meta.url)(path);
  } finally {
    hooks.deregister();
  }
}

/** URLs of Portrait's copies of the packages that such an extension imports. */
function sharedTfjsUrls(): Map<string, string> {
  const tfjs = createRequire(import.meta.url).resolve('@tensorflow/tfjs');
  const core = createRequire(tfjs).resolve('@tensorflow/tfjs-core');
  return new Map([
    ['@tensorflow/tfjs', pathToFileURL(tfjs).href],
    ['@tensorflow/tfjs-core', pathToFileURL(core).href],
  ]);
}

/**
 * Restores two `util` checks that TensorFlow.js's package for Node 4.22 calls: Node 23 removed one and warns about the
 * other.
 */
function restoreTypeChecks(): void {
  const isNullOrUndefined = (value: unknown) => value === null || value === undefined;
  Object.assign(util, { isNullOrUndefined, isArray: Array.isArray });
}
