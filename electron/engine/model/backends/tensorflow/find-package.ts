import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** With CUDA first: it runs on the processor where there is no GPU. */
const NAMES = ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs-node'];

/**
 * The file that loads TensorFlow's package: from the folder that `PORTRAIT_TENSORFLOW` names, else from Portrait's own.
 * Null where neither has it.
 */
export function findPackage(): string | null {
  const { PORTRAIT_TENSORFLOW } = process.env;
  const places = PORTRAIT_TENSORFLOW ? [join(resolve(PORTRAIT_TENSORFLOW), 'package.json')] : [];
  for (const place of [...places, import.meta.url]) {
    const { resolve: find } = createRequire(place);
    for (const name of NAMES) {
      try {
        return find(name);
      } catch {
        // Not there.
      }
    }
  }
  return null;
}
