import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

const asc = join(dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')), 'bin', 'asc.js');
const FLAGS = ['-O3', '--noAssert', '--importMemory', '--initialMemory', '1', '--runtime', 'stub', '--enable', 'simd'];
/** A shared memory must have a maximum: 4 GiB. */
const SHARED = ['--sharedMemory', '--maximumMemory', '65536', '--enable', 'threads'];

interface Target {
  /** Whether to use relaxed SIMD for fused multiply-add, which not every engine supports. */
  readonly relaxed: boolean;
  /** Whether the memory is shared between threads; by default it is not. */
  readonly shared?: boolean;
  readonly mostBytes: number;
}

/**
 * Compiles AssemblyScript to a WebAssembly module with imported memory. Throws if it does not compile, after printing
 * the errors, and if the module exceeds `mostBytes`.
 */
export function compileAssembly(entry: string, out: string, { relaxed, shared = false, mostBytes }: Target): void {
  const flags = [...FLAGS, ...(relaxed ? ['--enable', 'relaxed-simd'] : []), ...(shared ? SHARED : [])];
  const { status } = spawnSync(process.execPath, [asc, entry, '-o', out, ...flags], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${entry} does not compile`);
  const { size } = statSync(out);
  if (size > mostBytes) throw new Error(`${basename(out)} has ${size} bytes; the limit is ${mostBytes}`);
}
