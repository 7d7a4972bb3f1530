import type { Page } from 'playwright-core';

/** Button of the workspace menu, which shows the name of the open workspace. */
export const workspaceMenu = (page: Page) => page.getByRole('button', { name: 'Switch workspace' });

/** Waits until the window shows a workspace. */
export async function waitForWorkspace(page: Page, name: string): Promise<void> {
  await workspaceMenu(page).filter({ hasText: name }).waitFor();
}

/** Opens another workspace by the menu, and waits until the window shows it. */
export async function switchWorkspace(page: Page, name: string): Promise<void> {
  await workspaceMenu(page).click();
  await page.getByRole('menuitem', { name }).click();
  await waitForWorkspace(page, name);
}

/** Creates a workspace by the menu, and waits until the window shows it. */
export async function createWorkspace(page: Page, name: string): Promise<void> {
  await workspaceMenu(page).click();
  await page.getByRole('menuitem', { name: 'New workspace' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Create' }).click();
  await waitForWorkspace(page, name);
}
