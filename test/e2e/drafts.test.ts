import { describe, expect, it } from 'vitest';
import { downloaded } from '../support/download.ts';
import { readCsv } from '../support/read-csv.ts';
import { shopWorkbench } from '../support/shop-workbench.ts';

const workbench = shopWorkbench();

describe('the form of a training', () => {
  it('keeps what is entered when the page is left', async () => {
    const { page, go } = workbench();
    await go('#/models?new=behaviour');
    await page.getByRole('button', { name: 'Advanced settings' }).click();
    await page.getByLabel('Epochs', { exact: true }).fill('7');
    await go('#/segments');
    await page.getByRole('heading', { level: 1, name: 'Segments' }).waitFor();
    await go('#/models?new=behaviour');
    await page.getByRole('button', { name: /^Advanced settings/ }).click();
    await expect.poll(() => page.getByLabel('Epochs', { exact: true }).inputValue()).toBe('7');
  });
});

describe('the table of the selected users', () => {
  it('is exported completely', async () => {
    const { page, go } = workbench();
    await go('#/explore');
    await page.getByRole('button', { name: 'Export: Selected users' }).click();
    const { bytes } = await downloaded(page, () => page.getByRole('menuitem', { name: 'Table (CSV)' }).click());
    const [header = [], ...rows] = readCsv(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    expect(header.slice(0, 2)).toEqual(['User', 'Cluster']);
    expect(rows).toHaveLength(150);
  });
});
