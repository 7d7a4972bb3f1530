import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileAssembly } from '../../../build/assembly.ts';
import { fastest } from '../fastest.ts';

const ROUNDS = 500_000;
const OPERATIONS = 96;

/** Limits of a core in this engine, measured again at each call. */
export interface Limits {
  /** Operations per second of fused multiply-adds in registers. */
  arithmetic(): number;
  /** The same by wall time, sustained for some seconds. */
  sustained(seconds: number): number;
  /** Bytes read and written per second while copying `bytes`. */
  copying(bytes: number): number;
}

/**
 * Compiles the loops of `bench/assembly` with the options of the kernels. `memory`: memory in which `bytes` may be
 * copied between the two addresses.
 */
export function limitsIn(memory: WebAssembly.Memory, from: number, to: number): Limits {
  const folder = mkdtempSync(join(tmpdir(), 'portrait-bench-'));
  const file = join(folder, 'limits.wasm');
  compileAssembly(fileURLToPath(new URL('../../assembly/limits.ts', import.meta.url)), file, {
    relaxed: true,
    mostBytes: 4096,
  });
  const module = new WebAssembly.Module(readFileSync(file));
  rmSync(folder, { recursive: true });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const { arithmetic, copy } = exports as {
    arithmetic(rounds: number, x: number, y: number): number;
    copy(bytes: number, from: number, to: number): void;
  };
  return {
    arithmetic: () => (ROUNDS * OPERATIONS) / fastest(() => arithmetic(ROUNDS, 0.9, 0.1)),
    sustained(seconds) {
      const start = performance.now();
      let rounds = 0;
      for (; performance.now() - start < 1000 * seconds; rounds += ROUNDS) arithmetic(ROUNDS, 0.9, 0.1);
      return (1000 * rounds * OPERATIONS) / (performance.now() - start);
    },
    copying: (bytes) => (2 * bytes) / fastest(() => copy(bytes, from, to)),
  };
}
