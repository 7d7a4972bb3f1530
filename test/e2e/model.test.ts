import { describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { shopWorkbench } from '../support/shop-workbench.ts';

const workbench = shopWorkbench();

describe('the page of a run', () => {
  it('has a verdict that agrees with the figures', async () => {
    const { page, go } = workbench();
    await go('#/models/run-1');
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
    await changes.getByRole('row', { name: /^Epochs \d+ 3$/ }).waitFor();
    expect(await changes.getByRole('row', { name: /^Attention heads/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Show all settings' }).click();
    await page.getByRole('table', { name: 'All settings' }).getByRole('row', { name: 'Attention heads 2' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await go('#/model/run-1?tab=record');
    await page.getByRole('table', { name: 'Training record' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('names the run, gives it a note, and deletes it only after a question', async () => {
    const { page } = workbench();
    await page.getByRole('button', { name: 'Name and note' }).click();
    await page.getByLabel('Name', { exact: true }).fill('First try');
    await page.getByLabel('Note', { exact: true }).fill('Small, for a look.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'First try' }).waitFor();
    await page.getByText('Small, for a look.').waitFor();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByText('You can undo this until the workspace is closed.').waitFor();
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

describe('a training without the switch for profiles and map', () => {
  it('leads to a result whose next step is a button that is in view, and computes the profiles', async () => {
    const { page, go } = workbench();
    await go('#/models/run-1');
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
    const next = page
      .getByRole('region', { name: 'From data to segments' })
      .getByRole('button', { name: 'Compute profiles' });
    await next.waitFor();
    const box = await next.boundingBox();
    expect((box?.y ?? Number.NaN) + (box?.height ?? Number.NaN)).toBeLessThan(800);
    await page.getByRole('table', { name: 'Model and baselines' }).waitFor({ timeout: 120_000 });
    await next.click();
    await page.getByText('Computed profiles of 150 users.').waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: 'Go to map' }).waitFor();
  }, 300_000);
});
