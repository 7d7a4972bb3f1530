import { fileURLToPath } from 'node:url';
import { compileAssembly } from './assembly.ts';

/** Compiles both builds of each module of AssemblyScript kernels into the folder of the module that loads them. */
const MAX_BYTES = 32_768;
const at = (name: string) => fileURLToPath(new URL(`../electron/engine/${name}`, import.meta.url));

for (const [folder, name, shared] of [
  ['model/kernels', 'kernels', false],
  ['map/kernels', 'map-kernels', true],
] as const) {
  const entry = at(`${folder}/assembly/index.ts`);
  compileAssembly(entry, at(`${folder}/${name}.wasm`), { relaxed: true, shared, mostBytes: MAX_BYTES });
  compileAssembly(entry, at(`${folder}/${name}-simd.wasm`), { relaxed: false, shared, mostBytes: MAX_BYTES });
}
