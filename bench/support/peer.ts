import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

/** Python interpreters to try, or the one named by the environment; Debian's is separate from others. */
const PYTHONS = process.env.PORTRAIT_PYTHON ? [process.env.PORTRAIT_PYTHON] : ['python3', '/usr/bin/python3'];

/**
 * Returns the JSON output of a script of `bench/support`, run by the first Python that succeeds; null if none has the
 * packages it imports.
 */
export function runPython<T>(script: string, input: object, output: z.ZodType<T>): T | null {
  for (const python of PYTHONS) {
    const printed = runPeer(python, script, input, output);
    if (printed !== null) return printed;
  }
  return null;
}

/**
 * Runs a script with the given program, without environment settings that would slow down a peer's linear algebra; null
 * if it fails.
 */
export function runPeer<T>(command: string, script: string, input: object, output: z.ZodType<T>): T | null {
  const { OPENBLAS_CORETYPE: _core, OPENBLAS_L2_SIZE: _cache, ...env } = process.env;
  const file = fileURLToPath(new URL(script, import.meta.url));
  const { status, stdout } = spawnSync(command, [file], {
    encoding: 'utf8',
    input: JSON.stringify(input),
    stdio: ['pipe', 'pipe', process.env.BENCH_VERBOSE ? 'inherit' : 'ignore'],
    env,
  });
  return status === 0 ? output.parse(JSON.parse(stdout)) : null;
}
