import { describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { shopWorkbench } from '../support/shop-workbench.ts';

const workbench = shopWorkbench();

const field = () => workbench().page.getByRole('combobox', { name: 'Search and commands' });
const option = (name: string | RegExp) => workbench().page.getByRole('option', { name });
const group = (name: string) => workbench().page.getByRole('group', { name });

/** Returns the text of the active option. */
async function activeOption(): Promise<string> {
  const id = await field().getAttribute('aria-activedescendant');
  return (await workbench().page.locator(`[id="${id}"]`).textContent()) ?? '';
}

async function open(): Promise<void> {
  await workbench().page.keyboard.press('Control+k');
  await field().waitFor();
}

describe('the command palette', () => {
  it('opens from the side bar and by its shortcut, without accessibility violations, and returns the focus', async () => {
    const { page, go } = workbench();
    await go('#/home');
    const button = page.getByRole('button', { name: 'Search', exact: true });
    await button.click();
    await field().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await field().waitFor({ state: 'detached' });
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
    await open();
    await page.keyboard.press('Control+k');
    await field().waitFor({ state: 'detached' });
  });

  it('moves through its options by the arrow keys, and opens one by Enter', async () => {
    const { page } = workbench();
    await open();
    await field().fill('segm');
    await expect.poll(activeOption).toBe('Segments');
    await page.keyboard.press('ArrowUp');
    expect(await activeOption()).not.toBe('Segments');
    await page.keyboard.press('ArrowDown');
    await expect.poll(activeOption).toBe('Segments');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Segments' }).waitFor();
    await field().waitFor({ state: 'detached' });
  });

  it('takes what is typed right after its shortcut', async () => {
    const { page } = workbench();
    for (let time = 0; time < 5; time++) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('segm');
      expect(await field().inputValue()).toBe('segm');
      await page.keyboard.press('Control+k');
      await field().waitFor({ state: 'detached' });
    }
  });

  it('finds users by their id, and shows what was chosen first the next time', async () => {
    const { page } = workbench();
    await open();
    await field().fill('u100003');
    await group('Users').getByRole('option', { name: 'U100003' }).click();
    await page.getByRole('heading', { level: 1, name: 'U100003' }).waitFor();
    await open();
    await group('Recent').getByRole('option', { name: 'U100003' }).waitFor();
    expect(await activeOption()).toBe('U100003');
    await page.keyboard.press('Escape');
  });

  it('finds items by their titles and by pinyin initials, and makes a segment of their users', async () => {
    const { page } = workbench();
    await open();
    await field().fill('sjk');
    const items = group('Items: a segment of their users');
    await items
      .getByRole('option', { name: /手机壳/ })
      .first()
      .waitFor();
    await field().fill('phone case');
    await items
      .getByRole('option', { name: /phone case/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'New segment' }).waitFor();
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Rule as text' }).inputValue())
      .toMatch(/^count\(any, item = "P\d+"\) >= 1$/);
  });

  it('finds segments, clusters and models', async () => {
    const { page } = workbench();
    await open();
    await field().fill('keen');
    await group('Segments').getByRole('option', { name: 'Keen lookers' }).waitFor();
    await field().fill('run-1');
    await group('Models')
      .getByRole('option', { name: /^run-1/ })
      .click();
    await page.waitForURL(/#\/models\/run-1/);
  });

  it('carries out commands, which are found in both languages', async () => {
    const { page } = workbench();
    await open();
    await field().fill('深色');
    await option('Dark theme').click();
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await open();
    expect(await barriers(page)).toEqual([]);
    await field().fill('light theme');
    await page.keyboard.press('Enter');
    await page.locator('html[data-mantine-color-scheme="light"]').waitFor();
  });

  it('says that there is no result', async () => {
    const { page } = workbench();
    await open();
    await field().fill('zzzz no such thing');
    await page.getByText('No results').waitFor();
    expect(await option(/./).count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('is loaded when it is first opened', async () => {
    const { page, host } = workbench();
    await page.goto(new URL(host.url).origin);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const palettes = () =>
      page.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('CommandPalette')).length,
      );
    expect(await palettes()).toBe(0);
    await open();
    expect(await palettes()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
  });
});

describe('the sheet of shortcuts', () => {
  it('opens by a question mark, except in a field, and lists what the settings list', async () => {
    const { page, go } = workbench();
    await go('#/users');
    const search = page.getByRole('textbox', { name: 'Search users' });
    await search.press('?');
    expect(await search.inputValue()).toBe('?');
    await search.fill('');
    await search.blur();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.waitFor();
    expect(await search.inputValue()).toBe('');
    expect(await barriers(page)).toEqual([]);
    const listed = await sheet.locator('dt').allTextContents();
    expect(listed).toContain('Search and commands');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await go('#/settings');
    const section = page.getByRole('region', { name: 'Keyboard shortcuts' });
    await expect.poll(() => section.locator('dt').allTextContents()).toEqual(listed);
  });

  it('stays closed where shortcuts of a single key are switched off', async () => {
    const { page } = workbench();
    const single = page.getByRole('switch', { name: 'Single-key shortcuts' });
    await single.press('Space');
    await page.keyboard.press('?');
    await open();
    await page.keyboard.press('Escape');
    await field().waitFor({ state: 'detached' });
    expect(await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).count()).toBe(0);
    await single.press('Space');
  });
});
