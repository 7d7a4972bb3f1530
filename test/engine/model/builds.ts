import { afterAll, beforeAll, describe } from 'vitest';
import { KERNEL_BUILDS } from '../../../electron/engine/model/kernels/load.ts';
import { startWasm } from '../../../electron/engine/model/kernels/register.ts';

/** Runs tests of kernels once per build. */
export function inEveryBuild(tests: () => void): void {
  describe.each(KERNEL_BUILDS)('in the build for %s SIMD,', (build) => {
    beforeAll(async () => {
      await startWasm([build]);
    });
    afterAll(async () => {
      await startWasm();
    });
    tests();
  });
}
