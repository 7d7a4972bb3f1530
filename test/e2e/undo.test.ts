import { describe, expect, it } from 'vitest';
import { shopWorkbench } from '../support/shop-workbench.ts';

const workbench = shopWorkbench();

const link = (name: string) => workbench().page.getByRole('table', { name: 'Segments' }).getByRole('link', { name });

describe('undo and redo', () => {
  it('reverse and repeat the deletion of a segment', async () => {
    const { page, go } = workbench();
    await go('#/segments/Keen%20lookers');
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Segment deleted').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Segments' }).waitFor();
    await link('Keen lookers').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.getByText('Segment deleted: Keen lookers').waitFor();
    await link('Keen lookers').click();
    await page.getByRole('heading', { level: 1, name: 'Keen lookers' }).waitFor();
    await page.keyboard.press('Control+Shift+z');
    await page.getByRole('heading', { level: 1, name: 'Segments' }).waitFor();
    await link('Keen lookers').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await link('Keen lookers').waitFor();
  });

  it('reverse and repeat the creation of a segment, and leave its page', async () => {
    const { page, go } = workbench();
    await go('#/segments?new=rule&rule=count(purchase)%20%3E%3D%201');
    await page.getByRole('textbox', { name: 'Segment name' }).fill('Buyers');
    await page.getByRole('button', { name: 'Save as segment' }).click();
    await page.getByRole('heading', { level: 1, name: 'Buyers' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('heading', { level: 1, name: 'Segments' }).waitFor();
    await link('Buyers').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+z');
    await link('Buyers').waitFor();
  });

  it('reverse and repeat the name that a person gives to a cluster', async () => {
    const { page, go } = workbench();
    await go('#/explore');
    await page.getByRole('tab', { name: 'Clusters' }).click();
    const clusters = page.getByRole('region', { name: 'Clusters' });
    await clusters
      .getByRole('button', { name: /^Rename/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Regulars');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await clusters.getByText('Regulars', { exact: true }).waitFor();
    await page.keyboard.press('Control+z');
    await clusters.getByText('Regulars', { exact: true }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+z');
    await clusters.getByText('Regulars', { exact: true }).waitFor();
  });

  it('change the text in a field, and not the workspace, while a person types in it', async () => {
    const { page, go } = workbench();
    await go('#/users');
    await page.getByRole('textbox', { name: 'Search users' }).press('Control+z');
    await go('#/segments');
    await link('Buyers').waitFor();
  });

  it('reverse and repeat a setting of the workspace', async () => {
    const { page, go } = workbench();
    await go('#/settings');
    const currency = page.getByRole('combobox', { name: 'Currency' });
    const before = await currency.inputValue();
    await currency.fill('Swiss');
    await page.getByRole('option', { name: /CHF/ }).click();
    await expect.poll(() => currency.inputValue()).toMatch(/^CHF/);
    await currency.blur();
    await page.keyboard.press('Control+z');
    await expect.poll(() => currency.inputValue()).toBe(before);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search and commands' }).fill('redo');
    await page.getByRole('option', { name: /^Redo.*CHF/ }).click();
    await expect.poll(() => currency.inputValue()).toMatch(/^CHF/);
  });
});
