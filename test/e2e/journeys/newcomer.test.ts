import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { barriers } from '../../support/axe.ts';
import { openWorkbench } from '../../support/browser.ts';
import { downloaded } from '../../support/download.ts';
import { pressAt, tabTo, typeAt } from '../../support/keyboard.ts';
import { readCsv } from '../../support/read-csv.ts';
import { screenshots } from '../../support/screenshots.ts';

const home = mkdtempSync(join(tmpdir(), 'portrait-newcomer-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const workbench = openWorkbench(() => home);
const shoot = screenshots('newcomer');

/** Users of the sample. */
const USERS = 2000;

describe('a newcomer with the sample, by keyboard alone', () => {
  it('is told where to start, and what the keys do', async () => {
    const { page } = workbench();
    await page.getByText('Welcome to Portrait').waitFor();
    await shoot(page, 'welcome');
    await pressAt(page.getByRole('link', { name: 'Models', exact: true }));
    await page.getByText('No data to train on').waitFor();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.waitFor();
    await shoot(page, 'keys');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await pressAt(page.getByRole('link', { name: 'Go to data' }));
    await pressAt(page.getByRole('button', { name: 'Try the sample shop' }));
    await page.getByRole('slider', { name: 'Events per day' }).waitFor({ timeout: 60_000 });
    await shoot(page, 'data');
  }, 120_000);

  it('sees how long each preset would take, once it is measured', async () => {
    const { page } = workbench();
    const steps = page.getByRole('region', { name: 'From data to segments' });
    await pressAt(steps.getByRole('link', { name: 'Train' }));
    await page.getByRole('heading', { level: 1, name: 'New model' }).waitFor();
    const estimateText = page.getByText(/^(About|Up to) \d/);
    await expect.poll(() => estimateText.count(), { timeout: 120_000 }).toBe(2);
    expect(await barriers(page)).toEqual([]);
  }, 150_000);

  it('cannot start a training with invalid settings', async () => {
    const { page } = workbench();
    await pressAt(page.getByRole('button', { name: 'Advanced settings' }));
    const heads = page.getByLabel('Attention heads');
    await typeAt(heads, '3');
    await page.getByText('The width must be a multiple of this.', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Start training' }).isDisabled()).toBe(true);
    expect(await heads.getAttribute('aria-invalid')).toBe('true');
    await pressAt(page.getByRole('button', { name: 'Reset to preset' }));
    expect(await heads.inputValue()).toBe('2');
    expect(await barriers(page)).toEqual([]);
  });

  it('trains with a live curve that survives a reload of the window', async () => {
    const { page } = workbench();
    const settings = { Width: '16', Layers: '1', 'Maximum length': '16', Epochs: '2' };
    for (const [field, value] of Object.entries(settings)) await typeAt(page.getByLabel(field, { exact: true }), value);
    await shoot(page, 'new-model');
    await pressAt(page.getByRole('button', { name: 'Start training' }));
    await page.getByRole('img', { name: 'Loss during training' }).waitFor({ timeout: 60_000 });
    await page.reload();
    await page.getByRole('table', { name: 'Runs' }).getByRole('link', { name: 'run-1' }).waitFor({ timeout: 60_000 });
  }, 180_000);

  it('is given an evaluation, profiles and a first map without asking, also after the reload', async () => {
    const { page } = workbench();
    await page.getByRole('row', { name: /run-1 .*(Better|better|Worse)/ }).waitFor({ timeout: 120_000 });
    await pressAt(page.getByRole('table', { name: 'Runs' }).getByRole('link', { name: 'run-1' }));
    await page.getByText('Computed profiles of 2,000 users.').waitFor({ timeout: 60_000 });
    await page
      .getByRole('region', { name: 'From data to segments' })
      .getByRole('link', { name: 'Segments' })
      .waitFor({ timeout: 120_000 });
    await shoot(page, 'result');
    await pressAt(page.getByRole('link', { name: 'Go to map' }));
    await page.getByRole('heading', { level: 1, name: 'Explore' }).waitFor();
    await page.locator('canvas[data-drawn]').waitFor();
  }, 300_000);

  it('selects users by a value, and saves them as a segment', async () => {
    const { page } = workbench();
    const value = page.getByRole('region', { name: 'gender', exact: true }).getByRole('button', { name: /^F:/ });
    await pressAt(value);
    await page.getByRole('region', { name: 'Selection' }).getByText('gender is “F”').waitFor();
    await page.locator('header [role="status"][aria-busy="false"]').waitFor();
    expect(await value.getAttribute('aria-pressed')).toBe('true');
    await shoot(page, 'selection');
    await pressAt(page.getByRole('button', { name: 'Save as segment' }));
    const dialog = page.getByRole('dialog', { name: 'Save as segment' });
    await typeAt(dialog.getByRole('textbox', { name: 'Segment name' }), 'My first group');
    await pressAt(dialog.getByRole('button', { name: 'Save as segment' }));
    await dialog.waitFor({ state: 'detached' });
  });

  it('finds it with the palette, and exports it with a row for each member', async () => {
    const { page, faults } = workbench();
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Search and commands' }).waitFor();
    await page.keyboard.type('first group');
    await page.locator('[role="option"][aria-selected="true"]', { hasText: 'My first group' }).waitFor();
    await shoot(page, 'palette');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'My first group' }).waitFor();
    await pressAt(page.getByRole('button', { name: 'Export CSV' }));
    const exported = page.getByText(/^My first group\.csv, [\d,]+ users$/);
    await exported.waitFor();
    await shoot(page, 'exported');
    const download = page.getByRole('button', { name: 'Download' });
    await tabTo(download);
    const { bytes } = await downloaded(page, () => page.keyboard.press('Enter'));
    const [header, ...rows] = readCsv(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    expect(header).toContain('user');
    expect(await exported.textContent()).toContain(` ${rows.length.toLocaleString('en')} users`);
    expect(rows.length).toBeLessThan(USERS);
    expect(faults).toEqual([]);
  });
});
