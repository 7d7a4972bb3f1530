import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { version } from '../../electron/version.ts';
import { logEntries, logText } from '../engine/log/log-entries.ts';
import { inHome, openWorkbench } from '../support/browser.ts';
import { prepareShop } from '../support/prepared-shop.ts';

const home = mkdtempSync(join(tmpdir(), 'portrait-diagnostics-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const workbench = openWorkbench(
  () => home,
  async (folder) => {
    const path = inHome(folder, 'shop');
    await prepareShop(path);
    return path;
  },
);

const SECRET = 'planted-secret';

describe('diagnostics', () => {
  it('are copied from the settings in either language', async () => {
    const { page, context, go } = workbench();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await go('#/settings');
    for (const [language, button, notice] of [
      ['zh', '复制诊断信息', '诊断信息已复制'],
      ['en', 'Copy diagnostics', 'Diagnostics copied'],
    ]) {
      await page.evaluate((to) => localStorage.setItem('portrait.language', to ?? ''), language);
      await page.reload();
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await page.getByRole('button', { name: button! }).click();
      await page.getByText(notice!).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`Portrait: ${version}\n`);
    }
  });

  it('are copied without permission to use the clipboard, as in the desktop window', async () => {
    const { page } = workbench();
    await page.evaluate(async () => {
      await navigator.clipboard.writeText('nothing');
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    });
    await page.getByRole('button', { name: 'Copy diagnostics' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('Schema: ');
  });

  it('contain the failure of a page, which is logged with its components and without its message', async () => {
    const { page, go, faults } = workbench();
    const format = await page.evaluateHandle((secret) => {
      const descriptor = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format')!;
      Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
        configurable: true,
        get() {
          throw new RangeError(`no such day in ${secret}`);
        },
      });
      return descriptor;
    }, SECRET);
    await go('#/jobs');
    await page.getByRole('heading', { name: 'This page could not be displayed.' }).waitFor();
    const windowFailure = () => logEntries(home).find(({ msg }) => msg === 'window failed');
    await expect.poll(windowFailure).toBeDefined();
    const failure = windowFailure()!;
    expect(failure).toMatchObject({ level: 50, page: 'jobs', errors: [{ name: 'RangeError', message: null }] });
    expect(failure.errors[0]!.frames.join()).toContain('assets/');
    expect(failure.components).not.toEqual([]);
    expect(logText(home)).not.toContain(SECRET);
    await page.getByRole('main').getByRole('button', { name: 'Copy diagnostics' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('window failed');
    await page.evaluate((original) => Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', original), format);
    await go('#/data');
    await page.getByRole('heading', { level: 1, name: 'Data' }).waitFor();
    faults.splice(0);
  });
});
