import { describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { shopWorkbench } from '../support/shop-workbench.ts';

const workbench = shopWorkbench();

describe('comparing runs', () => {
  it('requires a second run, whose training can be stopped and resumed', async () => {
    const { page, go } = workbench();
    await go('#/models');
    await page.getByRole('link', { name: 'New model' }).click();
    await page.getByRole('button', { name: 'Advanced settings' }).click();
    const settings = {
      Epochs: '100',
      Width: '16',
      Layers: '1',
      'Maximum length': '16',
    };
    for (const [field, value] of Object.entries(settings)) await page.getByLabel(field, { exact: true }).fill(value);
    await page.getByRole('button', { name: 'Start training' }).click();
    await page.getByRole('img', { name: 'Loss during training' }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByText(/^Training stopped at \d+%$/).waitFor();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('row', { name: /run-2 .*(Better|better|Worse)/ }).waitFor({ timeout: 240_000 });
  }, 360_000);

  it('shows which run is better on the same users, the curves, and the settings that differ', async () => {
    const { page, go, faults } = workbench();
    await go('#/models');
    const compare = page.getByRole('button', { name: /ompare/ });
    expect(await compare.isDisabled()).toBe(true);
    for (const run of ['run-1', 'run-2']) await page.getByRole('checkbox', { name: `Compare ${run}` }).check();
    await page.getByRole('button', { name: 'Compare 2 runs' }).click();
    const pairs = page.getByRole('table', { name: 'Pairwise comparison' });
    await pairs.getByRole('row', { name: /run-2 vs run-1/ }).waitFor({ timeout: 60_000 });
    await pairs.getByRole('row', { name: /is better|Not significant/ }).waitFor();
    const differences = page.getByRole('table', { name: 'Differing settings' });
    await differences.getByRole('row', { name: /^Maximum length 32 16$/ }).waitFor();
    await page.getByRole('img', { name: 'Learning curves' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
