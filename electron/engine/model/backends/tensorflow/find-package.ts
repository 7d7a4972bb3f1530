import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** The CUDA package comes first: it runs on the processor if there is no GPU. */
const PACKAGES = ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs-node'];

/**
 * Returns the entry file of TensorFlow's package: from the folder named by `PORTRAIT_TENSORFLOW`, else from Portrait's
 * own dependencies. Returns null if neither has it.
 */
export function findPackage(): string | null {
  const { PORTRAIT_TENSORFLOW } = process.env;
  const searchPaths = PORTRAIT_TENSORFLOW ? [join(resolve(PORTRAIT_TENSORFLOW), 'package.json')] : [];
  for (const searchPath of [...searchPaths, import.meta.url]) {
    const { resolve: resolvePackage } = createRequire(searchPath);
    for (const name of PACKAGES) {
      try {
        return resolvePackage(name);
      } catch {
        // Not installed there.
      }
    }
  }
  return null;
}
