import { describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { downloaded } from '../support/download.ts';
import { shopWorkbench } from '../support/shop-workbench.ts';

const workbench = shopWorkbench();

describe('a prediction', () => {
  it('lists what can be predicted, and what cannot and why', async () => {
    const { page, go } = workbench();
    await go('#/predictions');
    await page.getByRole('link', { name: 'New prediction' }).click();
    await page.getByRole('heading', { level: 1, name: 'New prediction' }).waitFor();
    await page.getByRole('radio', { name: /^User attribute/ }).click();
    await page.getByRole('combobox', { name: 'Attribute' }).click();
    await page.getByRole('option', { name: /gender · \d+ users/ }).click();
    await page.getByRole('heading', { name: 'Predicts “gender”' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('asks for what is missing before it starts', async () => {
    const { page } = workbench();
    const startButton = page.getByRole('button', { name: 'Train and predict' });
    expect(await startButton.isEnabled()).toBe(true);
    await page.getByRole('radio', { name: /^Purchase/ }).click();
    expect(await startButton.isDisabled()).toBe(true);
    await page.getByRole('radio', { name: /^User attribute/ }).click();
  });

  it('keeps what is entered when the page is left', async () => {
    const { page, go } = workbench();
    await go('#/segments');
    await page.getByRole('heading', { level: 1, name: 'Segments' }).waitFor();
    await go('#/predictions/new');
    await page.getByRole('heading', { name: 'Predicts “gender”' }).waitFor();
  });

  it('is trained, and its reliability is shown in words and figures', async () => {
    const { page } = workbench();
    await page.getByRole('button', { name: 'Advanced settings' }).click();
    for (const [field, value] of Object.entries({ Folds: '2', Epochs: '2' }))
      await page.getByLabel(field, { exact: true }).fill(value);
    await page.getByRole('button', { name: 'Train and predict' }).click();
    await page.getByRole('heading', { level: 1, name: 'Predicts “gender”' }).waitFor({ timeout: 120_000 });
    await page.getByText(/ROC-AUC is 0\.\d{3} on \d+ users/).waitFor();
    for (const chart of ['ROC', 'Precision–recall', 'Calibration', 'Lift by decile']) {
      await page.getByRole('img', { name: chart, exact: true }).waitFor();
    }
    const confusion = page.getByRole('table', { name: 'Confusion matrix' });
    const counts = await confusion
      .locator('tbody td')
      .evaluateAll((cells) => cells.map((cell) => Number.parseInt(cell.firstChild?.textContent ?? '', 10)));
    const evaluationText = await page.getByText(/ROC-AUC is/).textContent();
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(
      Number(/on (\d+) users/.exec(evaluationText ?? '')?.[1]),
    );
    expect(await barriers(page)).toEqual([]);
  }, 180_000);

  it('lists users by score, with links to their profiles, and exports all', async () => {
    const { page } = workbench();
    const table = page.getByRole('table', { name: 'Scores by user' });
    const scores = (await table.locator('tbody td:nth-child(2)').allTextContents()).map(Number.parseFloat);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const file = await downloaded(page, () => page.getByRole('button', { name: 'Download' }).click());
    expect(file.bytes.toString('utf8').trim().split('\n')).toHaveLength(151);
    const user = table.locator('tbody a').first();
    const name = (await user.textContent()) ?? '';
    await user.click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  });

  it('is renamed, and is deleted only after a confirmation, which can be undone', async () => {
    const { page, go, faults } = workbench();
    await go('#/predictions');
    await page.getByRole('table', { name: 'Predictions' }).getByRole('link', { name: 'Predicts “gender”' }).click();
    expect(page.url()).toMatch(/#\/predictions\/run-2$/);
    await go('#/models/run-2');
    await page.waitForURL(/#\/predictions\/run-2$/);
    await page.getByRole('button', { name: 'Name and note' }).click();
    expect(await page.getByLabel('Name', { exact: true }).getAttribute('placeholder')).toBe('Predicts “gender”');
    await page.getByLabel('Name', { exact: true }).fill('Spring letter');
    await page.getByLabel('Note', { exact: true }).fill('Ask again in March.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'Spring letter' }).waitFor();
    await page.getByText(/^Predicts “gender” · run-2, based on run-1$/).waitFor();
    await page.getByText('Ask again in March.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete' }).click();
    await page
      .getByRole('dialog')
      .getByText(/^“Spring letter \(run-2\)” is deleted/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { level: 1, name: 'Predictions' }).waitFor();
    await page.getByRole('table', { name: 'Predictions' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('table', { name: 'Predictions' }).getByRole('link', { name: 'Spring letter' }).click();
    await page.getByText(/ROC-AUC is 0\.\d{3} on \d+ users/).waitFor();
    expect(faults).toEqual([]);
  });
});
