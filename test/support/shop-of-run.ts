import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folder of the shop that the test files of one run share; `pid` is the run's main process. */
export function shopOfRun(pid: number): string {
  return join(tmpdir(), `portrait-shop-${pid}`);
}

/** Called by Vitest after all tests of a run. */
export function teardown(): void {
  rmSync(shopOfRun(process.pid), { recursive: true, force: true });
}
