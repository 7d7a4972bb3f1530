import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { inHome, openWorkbench, type Workbench } from './browser.ts';
import { prepareShop } from './prepared-shop.ts';

/** Opens the workbench on a small sample shop with everything computed, for one test file. */
export function shopWorkbench(): () => Workbench {
  const home = mkdtempSync(join(tmpdir(), 'portrait-e2e-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  return openWorkbench(
    () => home,
    async (folder) => {
      const path = inHome(folder, 'shop');
      await prepareShop(path);
      return path;
    },
  );
}
