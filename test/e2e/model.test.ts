import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openWorkbench } from '../support/browser.ts';

const home = mkdtempSync(join(tmpdir(), 'portrait-model-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const workbench = openWorkbench(() => home);

describe('from the sample to profiles', () => {
  it('says where to begin while there is nothing to learn from', async () => {
    const { page, go } = workbench();
    await go('#/model');
    await page.getByText('No data to learn from').waitFor();
    await page.getByRole('link', { name: 'Go to the data' }).click();
    await page.getByRole('button', { name: 'Try the sample shop' }).click();
    await page.getByRole('img', { name: 'Events per day' }).waitFor({ timeout: 60_000 });
  });

  it('refuses settings that do not fit before they reach the engine', async () => {
    const { page, go } = workbench();
    await go('#/model');
    await page.getByRole('button', { name: 'Advanced settings' }).click();
    const heads = page.getByLabel('Attention heads');
    await heads.fill('3');
    expect(await page.getByRole('button', { name: 'Start training' }).isDisabled()).toBe(true);
    expect(await heads.getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: 'Back to the defaults' }).click();
    expect(await heads.inputValue()).toBe('2');
  });

  it('trains with a live curve that outlives a reload of the window', async () => {
    const { page } = workbench();
    const settings = { Epochs: '2', Width: '16', Layers: '1', 'Longest sequence': '16' };
    for (const [field, value] of Object.entries(settings)) await page.getByLabel(field, { exact: true }).fill(value);
    await page.getByRole('button', { name: 'Start training' }).click();
    await page.getByRole('img', { name: 'Loss while training' }).waitFor();
    await page.reload();
    await page.getByRole('table', { name: 'Runs' }).waitFor({ timeout: 60_000 });
    await page.getByRole('img', { name: 'Loss by epoch' }).waitFor();
    await page.getByRole('row', { name: /run-1 .*not evaluated/ }).waitFor();
  });

  it('gives a verdict in words that agrees with the figures', async () => {
    const { page } = workbench();
    await page.getByRole('button', { name: 'Evaluate', exact: true }).click();
    const table = page.getByRole('table', { name: 'Is it better than popularity?' });
    await table.waitFor({ timeout: 60_000 });
    const cells = await table
      .getByRole('row', { name: /^NDCG@10/ })
      .getByRole('cell')
      .allTextContents();
    const beats = Number(cells[1]) > Number(cells[2]);
    expect(Number(cells[2])).toBeGreaterThan(0);
    await page.getByRole('row', { name: beats ? /run-1 .*Beats popularity/ : /run-1 .*No better/ }).waitFor();
  });

  it('computes profiles and leads on to the map', async () => {
    const { page, faults } = workbench();
    await page.getByRole('button', { name: 'Compute profiles' }).click();
    await page.getByText('Profiles of 2,000 users are computed.').waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: 'To the map' }).click();
    await page.getByRole('heading', { level: 1, name: 'Map' }).waitFor();
    expect(faults).toEqual([]);
  });
});
