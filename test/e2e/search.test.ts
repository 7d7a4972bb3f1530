import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { shopWorkbench } from '../support/shop-workbench.ts';

const workbench = shopWorkbench();

async function openForm(settings: Record<string, string>) {
  const { page, go } = workbench();
  await go('#/models');
  await page.getByRole('link', { name: 'New model' }).click();
  await page.getByRole('radiogroup', { name: 'Training data' }).getByText('Search').click();
  await page.getByRole('button', { name: 'Advanced settings' }).click();
  for (const [field, value] of Object.entries(settings))
    await page.getByRole('textbox', { name: field, exact: true }).fill(value);
}

const SMALL_SETTINGS = { Epochs: '2', Width: '16', 'Maximum length': '16' };

describe('a hyperparameter search', () => {
  it('says what is missing before it starts', async () => {
    const { page } = workbench();
    await openForm(SMALL_SETTINGS);
    const startButton = page.getByRole('button', { name: 'Start search' });
    for (const setting of ['Width', 'Layers', 'Dropout', 'Learning rate', 'Batch size'])
      await page.getByRole('button', { name: `Remove ${setting}` }).click();
    await page.getByRole('alert').getByText('Add a setting to search.').waitFor();
    expect(await startButton.isDisabled()).toBe(true);
    await page.getByRole('combobox', { name: 'Add setting' }).click();
    await page.getByRole('option', { name: 'Layers' }).click();
    await page.getByRole('group', { name: 'Layers' }).getByText('Values', { exact: true }).click();
    expect(await startButton.isEnabled()).toBe(true);
    expect(await barriers(page)).toEqual([]);
  });

  it('shows its progress, and saves the best trial as a model', async () => {
    const { page } = workbench();
    await page.getByRole('combobox', { name: 'Algorithm' }).click();
    await page.getByRole('option', { name: /^Random search/ }).click();
    await page.getByRole('button', { name: 'Start search' }).click();
    const searches = page.getByRole('table', { name: 'Searches' });
    await searches.getByRole('row', { name: /search-1 .*best saved as run-2/ }).waitFor({ timeout: 120_000 });
    await page
      .getByRole('table', { name: 'Runs' })
      .getByRole('row', { name: /search-1 .*(Better|better|Worse)/ })
      .waitFor({ timeout: 120_000 });
    await searches.getByRole('link', { name: 'search-1' }).click();
    await page.getByRole('heading', { name: 'Changes in the best trial' }).waitFor();
    const trials = page.getByRole('table', { name: 'Trials' });
    const scores = (await trials.locator('tbody td:nth-child(3)').allTextContents()).map(Number);
    expect(scores).toHaveLength(2);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(await trials.getByRole('row', { name: /Best/ }).locator('td:nth-child(3)').textContent()).toBe(
      scores[0]?.toFixed(4),
    );
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Open model' }).click();
    await page.getByRole('heading', { level: 1, name: 'search-1' }).waitFor();
  }, 300_000);

  it('can be stopped and resumed', async () => {
    const { page, home, faults } = workbench();
    const limits = { Epochs: '1000', 'Time limit (minutes)': '0', 'Checkpoint interval (steps)': '1' };
    await openForm({ ...SMALL_SETTINGS, ...limits });
    await page.getByRole('button', { name: 'Start search' }).click();
    await page.getByText(/^\d+(\.\d)? secs? of 30 mins$/).waitFor({ timeout: 60_000 });
    // A search that is cancelled before its first checkpoint leaves nothing to resume.
    const checkpoints = () => globSync('shop.portrait/models/search-2/trial-1/**/*.safetensors', { cwd: home });
    await expect.poll(() => checkpoints().length, { timeout: 60_000 }).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByText(/^Search stopped at \d+%$/).waitFor();
    await page.getByRole('row', { name: /search-2 .*unfinished/ }).waitFor();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('row', { name: /search-2 .*running/ }).waitFor();
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('link', { name: 'search-2' }).click();
    await page.getByText(/^This search was interrupted\./).waitFor();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('row', { name: /search-2/ }).waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  }, 180_000);
});
