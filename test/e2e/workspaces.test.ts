import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../electron/engine/store/workspace.ts';
import { barriers } from '../support/axe.ts';
import { inHome, openWorkbench } from '../support/browser.ts';
import { prepareShop } from '../support/prepared-shop.ts';
import { waitForWorkspace, workspaceMenu } from '../support/workspace-menu.ts';

const [home, elsewhere] = ['home', 'elsewhere'].map((name) => mkdtempSync(join(tmpdir(), `portrait-${name}-`))) as [
  string,
  string,
];
afterAll(() => {
  for (const folder of [home, elsewhere]) rmSync(folder, { recursive: true, force: true });
});

const workbench = openWorkbench(
  () => home,
  async (folder) => {
    createWorkspace(inHome(folder, 'shop')).close();
    await prepareShop(inHome(elsewhere, 'shop'));
    return inHome(elsewhere, 'shop');
  },
);

const cardOf = (path: string) => workbench().page.getByRole('listitem').filter({ hasText: path });

describe('the page of workspaces', () => {
  it('is reached from the menu, which tells two of the same name apart by their folder', async () => {
    const { page } = workbench();
    await waitForWorkspace(page, 'shop');
    await workspaceMenu(page).click();
    await page.getByRole('menuitem', { name: `shop ${elsewhere}` }).waitFor();
    await page.getByRole('menuitem', { name: 'shop', exact: true }).waitFor();
    await page.getByRole('menuitem', { name: 'All workspaces' }).click();
    await page.getByRole('heading', { level: 1, name: 'Workspaces' }).waitFor();
  });

  it('shows what each holds, with its newest map, also of one outside the home folder', async () => {
    const { page } = workbench();
    const open = cardOf(inHome(elsewhere, 'shop'));
    await open.getByText(/^150 users · [\d,]+ events · [\d.]+ MB$/).waitFor();
    await open.getByRole('img', { name: 'Newest map of shop' }).waitFor();
    await open.getByText('Open', { exact: true }).waitFor();
    await cardOf(inHome(home, 'shop')).getByText('Not opened yet').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('opens a workspace, and the one outside the home folder again', async () => {
    const { page, go } = workbench();
    await cardOf(inHome(home, 'shop')).getByRole('button').first().click();
    await page.getByText('What you will find here').waitFor();
    await go('#/workspaces');
    await cardOf(inHome(elsewhere, 'shop')).getByRole('button').first().click();
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
    await page.getByText('synthetic', { exact: true }).first().waitFor();
  });

  it('renames a workspace, which stays open', async () => {
    const { page, go } = workbench();
    await go('#/workspaces');
    await cardOf(inHome(elsewhere, 'shop')).getByRole('button', { name: 'Rename shop' }).click();
    const name = page.getByRole('dialog').getByLabel('Name');
    await name.fill('Tea/shop');
    await page.getByText('A name cannot contain a slash or a backslash').waitFor();
    await name.fill('Tea shop');
    await page.getByRole('button', { name: 'Rename', exact: true }).click();
    await waitForWorkspace(page, 'Tea shop');
    await cardOf(inHome(elsewhere, 'Tea shop'))
      .getByText(/^150 users/)
      .waitFor();
    expect(existsSync(inHome(elsewhere, 'shop'))).toBe(false);
  });

  it('deletes a workspace only after a question that names what goes', async () => {
    const { page } = workbench();
    const card = cardOf(inHome(home, 'shop'));
    await card.getByRole('button', { name: 'Delete shop' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(new RegExp(`0 users · 0 events .*${inHome(home, 'shop')} are deleted`)).waitFor();
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(existsSync(inHome(home, 'shop'))).toBe(true);
    await card.getByRole('button', { name: 'Delete shop' }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await card.waitFor({ state: 'detached' });
    expect(existsSync(inHome(home, 'shop'))).toBe(false);
  });

  it('is left for the start page of Portrait when the open workspace is deleted', async () => {
    const { page, go, faults } = workbench();
    await cardOf(inHome(elsewhere, 'Tea shop')).getByRole('button', { name: 'Delete Tea shop' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await waitForWorkspace(page, 'No workspace open');
    await page.getByText('No workspaces yet').waitFor();
    await go('#/home');
    await page.getByRole('heading', { level: 1, name: 'Welcome to Portrait' }).waitFor();
    expect(existsSync(inHome(elsewhere, 'Tea shop'))).toBe(false);
    expect(faults).toEqual([]);
  });
});
