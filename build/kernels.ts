import { fileURLToPath } from 'node:url';
import { compileAssembly } from './assembly.ts';

/** Compiles both builds of the AssemblyScript kernels into the folder of the module that loads them. */
const MAX_BYTES = 32_768;
const at = (name: string) => fileURLToPath(new URL(`../electron/engine/model/kernels/${name}`, import.meta.url));
compileAssembly(at('assembly/index.ts'), at('kernels.wasm'), { relaxed: true, mostBytes: MAX_BYTES });
compileAssembly(at('assembly/index.ts'), at('kernels-simd.wasm'), { relaxed: false, mostBytes: MAX_BYTES });
