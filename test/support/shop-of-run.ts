import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the shop lies that the test files of one run share; `pid` is the run's main process. */
export function shopOfRun(pid: number): string {
  return join(tmpdir(), `portrait-shop-${pid}`);
}

/** Called by Vitest once all tests of a run have ended. */
export function teardown(): void {
  rmSync(shopOfRun(process.pid), { recursive: true, force: true });
}
