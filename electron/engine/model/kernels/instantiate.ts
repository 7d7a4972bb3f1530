import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PortraitError } from '../../../../shared/errors.ts';

/**
 * Instantiates the first of several builds of a module that this machine can run, on a memory; null if it can run none.
 * Throws KERNELS_MISSING.
 */
export function instantiateFirst(
  files: readonly URL[],
  memory: WebAssembly.Memory,
): { readonly exports: WebAssembly.Exports; readonly file: URL } | null {
  for (const file of files) {
    const bytes = bytesOf(fileURLToPath(file));
    if (!WebAssembly.validate(bytes)) continue;
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory, abort } });
    return { exports, file };
  }
  return null;
}

function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  if (existsSync(file)) return readFileSync(file);
  throw new PortraitError({
    code: 'KERNELS_MISSING',
    message: `The compiled kernels are missing at ${file}.`,
    hint: 'Run "npm run build" to compile them.',
    details: { file },
  });
}

function abort(): never {
  throw new Error('a kernel aborted');
}
