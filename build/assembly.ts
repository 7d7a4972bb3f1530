import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const asc = join(dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')), 'bin', 'asc.js');
const FLAGS = ['-O3', '--noAssert', '--importMemory', '--initialMemory', '1', '--runtime', 'stub', '--enable', 'simd'];

/**
 * Compiles AssemblyScript to a WebAssembly module on a memory that is given to it. With `relaxed`, products are added in one
 * instruction (relaxed SIMD), which not every engine has. Throws where it does not compile, having printed why.
 */
export function compileAssembly(entry: string, out: string, relaxed: boolean): void {
  const flags = relaxed ? [...FLAGS, '--enable', 'relaxed-simd'] : FLAGS;
  const { status } = spawnSync(process.execPath, [asc, entry, '-o', out, ...flags], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${entry} does not compile`);
}
