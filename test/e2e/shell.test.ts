import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { inHome, openWorkbench } from '../support/browser.ts';
import { settled } from '../support/frames.ts';
import { prepareShop } from '../support/prepared-shop.ts';
import { createWorkspace, switchWorkspace } from '../support/workspace-menu.ts';

const home = mkdtempSync(join(tmpdir(), 'portrait-shell-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const workbench = openWorkbench(
  () => home,
  async (folder) => {
    const path = inHome(folder, 'shop');
    await prepareShop(path);
    return path;
  },
);

/** A window of 1280 × 800 pixels at a zoom of 200 %. */
const ZOOMED = { width: 640, height: 400 };
const USUAL = { width: 1280, height: 800 };

const sideBarWidth = () =>
  workbench()
    .page.locator('nav', { has: workbench().page.getByRole('navigation', { name: 'Pages' }) })
    .evaluate((bar) => bar.getBoundingClientRect().width);

describe('the start page of a workspace', () => {
  it('shows what is here, what changed, and one thing to do next', async () => {
    const { page, faults } = workbench();
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
    const figures = page.locator('dl').first();
    await figures.getByText('Events').waitFor();
    expect(await figures.locator('dt').allTextContents()).toEqual([
      'Events',
      'Users',
      'Items',
      'Models',
      'Segments',
      'Time range',
    ]);
    expect((await figures.locator('dd').allTextContents())[1]).toBe('150');
    for (const [panel, entry] of [
      ['Segments', 'Keen lookers'],
      ['Models', 'run-1'],
      ['Last imports', 'events.csv'],
      ['Last jobs', 'Training'],
    ] as const) {
      await page.getByRole('region', { name: panel, exact: true }).getByRole('link', { name: entry }).waitFor();
    }
    expect(await page.getByText('Out of date').count()).toBe(0);
    await page.getByRole('region', { name: 'Next' }).getByRole('link', { name: 'Explore' }).click();
    await page.getByRole('heading', { level: 1, name: 'Explore' }).waitFor();
    expect(faults.splice(0)).toEqual([]);
  });
});

describe('a navigation', () => {
  it('moves the focus to the heading of the page, and is announced', async () => {
    const { page } = workbench();
    for (const name of ['Users', 'Models', 'Settings']) {
      await page.getByRole('link', { name, exact: true }).first().click();
      const heading = page.getByRole('heading', { level: 1, name });
      await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
      await expect.poll(() => page.locator('[aria-live="polite"]').first().textContent()).toBe(name);
      await expect.poll(() => page.title()).toBe(`${name} – shop – Portrait`);
    }
    await page.goBack();
    await expect.poll(() => page.locator('h1').evaluate((heading) => heading === document.activeElement)).toBe(true);
    expect(await page.locator('h1').textContent()).toBe('Models');
  });

  it('within a page, such as a search, leaves the focus where it is', async () => {
    const { page, go } = workbench();
    await go('#/users');
    const search = page.getByRole('textbox', { name: 'Search users' });
    await search.fill('U10000');
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('U10000');
    expect(await search.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('the side bar', () => {
  it('collapses to its icons, which keep their names, and stays so after a reload', async () => {
    const { page, go, faults } = workbench();
    await go('#/home');
    expect(await sideBarWidth()).toBe(220);
    await page.getByRole('button', { name: 'Collapse side bar' }).click();
    expect(await sideBarWidth()).toBe(56);
    await page.reload();
    await page.getByRole('link', { name: 'Segments', exact: true }).first().waitFor();
    expect(await sideBarWidth()).toBe(56);
    await page.getByRole('button', { name: 'Switch workspace' }).click();
    const item = page.getByRole('menuitem', { name: 'shop' });
    await item.waitFor();
    expect(await barriers(page)).toEqual([]);
    const { x, y } = (await item.boundingBox())!;
    expect(
      await item.evaluate((element, [left, top]) => element.contains(document.elementFromPoint(left, top)), [
        x + 150,
        y + 10,
      ] as const),
    ).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+b');
    expect(await sideBarWidth()).toBe(220);
    expect(faults.splice(0)).toEqual([]);
  });

  it('is collapsed in a narrow window until it is opened', async () => {
    const { page } = workbench();
    await page.setViewportSize({ width: 999, height: 800 });
    await expect.poll(sideBarWidth).toBe(56);
    await page.getByRole('button', { name: 'Expand side bar' }).click();
    expect(await sideBarWidth()).toBe(220);
    await page.getByRole('button', { name: 'Collapse side bar' }).click();
    await page.setViewportSize(USUAL);
    await expect.poll(sideBarWidth).toBe(220);
  });

  it('has a tray of jobs that opens the latest of them, and leads to their history', async () => {
    const { page, go } = workbench();
    await go('#/home');
    await page.getByRole('button', { name: 'Jobs', exact: true }).click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('link', { name: 'Profiles' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await panel.getByRole('link', { name: 'Job history' }).click();
    await page.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor();
    await panel.waitFor({ state: 'hidden' });
  });

  it('shows the running job on every page, and cancels it', async () => {
    const { page, go } = workbench();
    await go('#/models?new=behaviour');
    await page.getByRole('button', { name: 'Advanced settings' }).click();
    await page.getByLabel('Time limit (minutes)').fill('5');
    await page.getByLabel('Epochs', { exact: true }).fill('1000');
    await page.getByRole('button', { name: 'Start training' }).click();
    const cancel = page.getByRole('button', { name: 'Cancel Training' });
    await cancel.waitFor();
    await go('#/segments');
    await cancel.click();
    await cancel.waitFor({ state: 'detached' });
  });

  it('opens another workspace on the list of the page, whose detail it does not have', async () => {
    const { page, go } = workbench();
    await go('#/home');
    await createWorkspace(page, 'other');
    await page.getByText('What you will find here').waitFor();
    await page.getByRole('link', { name: 'Import data' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await switchWorkspace(page, 'shop');
    await go('#/segments/Keen%20lookers');
    await page.getByRole('heading', { level: 1, name: 'Keen lookers' }).waitFor();
    await switchWorkspace(page, 'other');
    await page.getByRole('heading', { level: 1, name: 'Segments' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await switchWorkspace(page, 'shop');
    await page.getByRole('link', { name: 'Keen lookers' }).waitFor();
  });
});

describe('a window of 1280 × 800 pixels at a zoom of 200 %', () => {
  it.each([
    '#/home',
    '#/explore',
    '#/users',
    '#/users/U100001',
    '#/segments',
    '#/segments/Keen%20lookers',
    '#/segments?new=rule',
    '#/predictions',
    '#/data',
    '#/models',
    '#/jobs',
    '#/settings',
  ])('%s does not scroll sideways, and its whole side bar is within the window', async (hash) => {
    const { page, go } = workbench();
    await page.setViewportSize(ZOOMED);
    await go(hash);
    await page.locator('h1').waitFor();
    await settled(page);
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
    const expand = await page.getByRole('button', { name: 'Expand side bar' }).boundingBox();
    expect(expand!.y + expand!.height).toBeLessThanOrEqual(ZOOMED.height);
  });
});
