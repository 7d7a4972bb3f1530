import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { openWorkbench } from '../support/browser.ts';

const home = mkdtempSync(join(tmpdir(), 'portrait-model-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const workbench = openWorkbench(() => home);

describe('from the sample to profiles', () => {
  it('explains where to start while there are no events', async () => {
    const { page, go } = workbench();
    await go('#/models');
    await page.getByText('No data to train on').waitFor();
    await page.getByRole('link', { name: 'Go to data' }).click();
    await page.getByRole('button', { name: 'Try the sample shop' }).click();
    await page.getByRole('slider', { name: 'Events per day' }).waitFor({ timeout: 60_000 });
  });

  it('shows how long each preset would take, once it is measured', async () => {
    const { page, go } = workbench();
    await go('#/models');
    const estimateText = page.getByText(/^(About|Up to) \d/);
    await expect.poll(() => estimateText.count(), { timeout: 120_000 }).toBe(2);
    expect(await barriers(page)).toEqual([]);
  }, 150_000);

  it('rejects invalid settings before they reach the engine', async () => {
    const { page } = workbench();
    await page.getByRole('button', { name: 'Advanced settings' }).click();
    const heads = page.getByLabel('Attention heads');
    await heads.fill('3');
    await page.getByText('The width must be a multiple of this.', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Start training' }).isDisabled()).toBe(true);
    expect(await heads.getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: 'Reset to preset' }).click();
    expect(await heads.inputValue()).toBe('2');
    expect(await barriers(page)).toEqual([]);
  });

  it('trains with a live curve that survives a reload of the window', async () => {
    const { page } = workbench();
    const settings = { Epochs: '2', Width: '16', Layers: '1', 'Maximum length': '16' };
    for (const [field, value] of Object.entries(settings)) await page.getByLabel(field, { exact: true }).fill(value);
    await page.getByRole('button', { name: 'Start training' }).click();
    await page.getByRole('img', { name: 'Loss during training' }).waitFor({ timeout: 60_000 });
    await page.reload();
    await page.getByRole('table', { name: 'Runs' }).getByRole('link', { name: 'run-1' }).waitFor({ timeout: 60_000 });
  }, 180_000);

  it('is evaluated and leads to profiles and a first map by itself, also after the reload', async () => {
    const { page, go } = workbench();
    await page.getByRole('row', { name: /run-1 .*(Better|better|Worse)/ }).waitFor({ timeout: 120_000 });
    await go('#/models/run-1');
    await page.getByText('Computed profiles of 2,000 users.').waitFor({ timeout: 60_000 });
    await page
      .getByRole('region', { name: 'From data to segments' })
      .getByRole('link', { name: 'Segments' })
      .waitFor({ timeout: 120_000 });
  }, 240_000);

  it('has a verdict that agrees with the figures', async () => {
    const { page } = workbench();
    const table = page.getByRole('table', { name: 'Model and baselines' });
    await table.waitFor();
    const ndcg = async (row: number) =>
      Number(await table.locator(`tbody tr:nth-child(${row}) td`).nth(1).textContent());
    const [model, best] = [await ndcg(1), await ndcg(2)];
    expect(best).toBeGreaterThan(0);
    const headline = await page.getByRole('region', { name: 'Evaluation' }).getByRole('heading').textContent();
    expect(headline).toMatch(
      model > best ? /^The model (beats every|may beat the best) baseline$/ : /does not beat|baseline beats/,
    );
    await page.getByRole('button', { name: 'Show all metrics' }).click();
    await page.getByRole('table', { name: 'All metrics' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('has tabs in its address: the curves, the settings that differ from a preset, and the record', async () => {
    const { page, go } = workbench();
    await page.getByRole('tab', { name: 'Curves' }).click();
    await page.getByRole('img', { name: 'Loss per epoch' }).waitFor();
    expect(page.url()).toMatch(/#\/models\/run-1\?tab=curves$/);
    await page.reload();
    await page.getByRole('img', { name: 'Loss per epoch' }).waitFor();
    await page.getByRole('tab', { name: 'Settings' }).click();
    const changes = page.getByRole('table', { name: 'Changed from the preset Quick' });
    await changes.getByRole('row', { name: /^Epochs \d+ 2$/ }).waitFor();
    expect(await changes.getByRole('row', { name: /^Learning rate/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Show all settings' }).click();
    await page.getByRole('table', { name: 'All settings' }).getByRole('row', { name: 'Learning rate 0.001' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await go('#/model/run-1?tab=record');
    await page.getByRole('table', { name: 'Training record' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('is renamed, gets a note, and is deleted only after a question', async () => {
    const { page } = workbench();
    await page.getByRole('button', { name: 'Name and note' }).click();
    await page.getByLabel('Name', { exact: true }).fill('First try');
    await page.getByLabel('Note', { exact: true }).fill('Small, for a look.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'First try' }).waitFor();
    await page.getByText('Small, for a look.').waitFor();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByText('This cannot be undone.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('link', { name: 'All runs' }).click();
    await page.getByRole('row', { name: /First try/ }).waitFor();
  });

  it('is not found at an unknown id', async () => {
    const { page, go, faults } = workbench();
    for (const address of ['#/models/run-99', '#/texts/run-99']) {
      await go(address);
      await page.getByText('This workspace has no “run-99”.').waitFor();
    }
    expect(faults).toEqual([]);
  });
});

describe('without the switch for profiles and map', () => {
  it('the next step is a button that is in view, and computes the profiles', async () => {
    const { page, go } = workbench();
    await go('#/models');
    await page.getByRole('link', { name: 'First try' }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    const mapAfter = page.getByRole('switch', { name: 'Profiles and first map afterwards' });
    await mapAfter.waitFor();
    expect(await mapAfter.isChecked()).toBe(true);
    await mapAfter.click();
    await page.getByRole('button', { name: 'Advanced settings' }).click();
    const settings = { Epochs: '1', Width: '16', Layers: '1', 'Maximum length': '16' };
    for (const [field, value] of Object.entries(settings)) await page.getByLabel(field, { exact: true }).fill(value);
    await page.getByRole('button', { name: 'Start training' }).click();
    await page.getByRole('link', { name: 'See the result' }).click({ timeout: 60_000 });
    await page.getByText('The evaluation is running').waitFor();
    const next = page
      .getByRole('region', { name: 'From data to segments' })
      .getByRole('button', { name: 'Compute profiles' });
    await next.waitFor();
    const box = await next.boundingBox();
    expect((box?.y ?? Number.NaN) + (box?.height ?? Number.NaN)).toBeLessThan(800);
    await page.getByRole('table', { name: 'Model and baselines' }).waitFor({ timeout: 120_000 });
    await next.click();
    await page.getByText('Computed profiles of 2,000 users.').waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: 'Go to map' }).waitFor();
  }, 300_000);
});
