import { fileURLToPath } from 'node:url';
import { compileAssembly } from './assembly.ts';

/** Compiles the AssemblyScript kernels to `electron/engine/model/kernels/kernels.wasm`. */
const at = (name: string) => fileURLToPath(new URL(`../electron/engine/model/kernels/${name}`, import.meta.url));
compileAssembly(at('assembly/index.ts'), at('kernels.wasm'), true);
