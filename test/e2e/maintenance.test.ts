import { expect, it } from 'vitest';
import { shopWorkbench } from '../support/shop-workbench.ts';

const workbench = shopWorkbench();

it('the workspace menu leads to a check, to a backup, and in two clicks to its restoration', async () => {
  const { page, go } = workbench();
  await go('#/data');
  await page.getByRole('button', { name: 'Switch workspace' }).click();
  await page.getByRole('menuitem', { name: 'Check and backups' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Check workspace' }).click();
  await dialog.getByText('The workspace is sound.').waitFor();

  await dialog.getByRole('button', { name: 'Back up now' }).click();
  const row = dialog.getByRole('row', { name: /on request/ });
  await row.getByRole('button', { name: /^Restore the backup of/ }).click();
  await dialog.getByRole('button', { name: 'Restore this backup' }).click();
  await page.getByText('Backup restored').waitFor();
  await dialog.getByRole('row', { name: /before a restoration/ }).waitFor();
  expect(await dialog.getByRole('row').count()).toBe(2);
});
