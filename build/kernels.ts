import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Compiles the AssemblyScript kernels to `electron/engine/model/kernels/kernels.wasm`. */
const folder = fileURLToPath(new URL('../electron/engine/model/kernels/', import.meta.url));
const asc = join(dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')), 'bin', 'asc.js');
const flags = [
  '-O3',
  '--noAssert',
  '--enable',
  'simd',
  '--enable',
  'relaxed-simd',
  '--importMemory',
  '--runtime',
  'stub',
];
const { status } = spawnSync(
  process.execPath,
  [asc, join(folder, 'assembly', 'index.ts'), '-o', join(folder, 'kernels.wasm'), '--initialMemory', '1', ...flags],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
