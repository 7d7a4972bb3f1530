import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testFolder } from '../support/folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Returns the path of Electron's executable, or null after printing the reason. */
function electronBinary(): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  const program = existsSync(pathFile) ? join(folder, 'dist', readFileSync(pathFile, 'utf8').trim()) : null;
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const missing = !program || !existsSync(program);
  if (missing) console.warn('skipped: Electron’s program is not installed ("npx install-electron" fetches it)');
  else if (!screen) console.warn('skipped: Electron needs a display (run the tests under xvfb-run)');
  return missing || !screen ? null : program;
}

const program = electronBinary();

describe.skipIf(program === null)('the desktop host', () => {
  it('opens the workbench in a confined window that reaches the engine', async () => {
    const app = await _electron.launch({
      executablePath: program ?? '',
      args: [join(root, 'dist', 'desktop.js')],
      env: { ...process.env, PORTRAIT_HOME: testFolder() } as Record<string, string>,
    });
    onTestFinished(() => app.close());
    const page = await app.firstWindow();
    await page.getByText('New workspace').first().waitFor();
    expect(page.url()).toMatch(/^portrait:\/\/app\//);
    const pageState = await page.evaluate(() => ({
      isolated: crossOriginIsolated,
      host: Object.keys(Reflect.get(globalThis, 'portraitHost')).sort(),
      node: 'require' in globalThis || 'process' in globalThis,
    }));
    expect(pageState).toEqual({
      isolated: true,
      host: ['chooseFiles', 'chooseFolder', 'pathOfDroppedFile', 'requestPort', 'showExport'],
      node: false,
    });
  });
});
