import { describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import {
  agreedSize,
  drawer,
  facet,
  labels,
  openExplore,
  placeOfUser,
  sentence,
  status,
  table,
  USERS,
} from '../support/explore-page.ts';
import { settled } from '../support/frames.ts';
import { shopWorkbench } from '../support/shop-workbench.ts';
import { createWorkspace } from '../support/workspace-menu.ts';

const workbench = shopWorkbench();

describe('the drawer of a user', () => {
  it('opens from the table, steps through its order, and returns the focus with Escape', async () => {
    const page = await openExplore(workbench());
    const users = table(page).getByRole('button', { name: /^U\d{6}$/ });
    const [first, second] = await users.allTextContents();
    await users.first().click();
    await drawer(page).getByRole('heading', { level: 2, name: first! }).waitFor();
    await drawer(page).getByText(`1 of ${USERS}`).waitFor();
    expect(await barriers(page)).toEqual([]);
    await drawer(page).getByRole('button', { name: 'Next user' }).click();
    await drawer(page).getByRole('heading', { level: 2, name: second! }).waitFor();
    await drawer(page)
      .getByText(/^Latest of \d+ events?$/)
      .waitFor();
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'detached' });
    expect(await users.first().evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await status(page).textContent()).toBe(`${USERS} users`);
  });

  it('opens from a point of the map, and leads to the whole profile', async () => {
    const page = await openExplore(workbench());
    const { x, y } = await placeOfUser(page);
    await page.mouse.click(x, y);
    const user = (await drawer(page).getByRole('heading', { level: 2 }).textContent()) ?? '';
    expect(user).toMatch(/^U\d{6}$/);
    await drawer(page).getByRole('link', { name: 'Open the whole profile' }).click();
    await page.getByRole('heading', { level: 1, name: user }).waitFor();
  });
});

describe('the map', () => {
  it('lists clusters that contain all users, and labels them without overlaps', async () => {
    const page = await openExplore(workbench());
    await page.getByRole('tab', { name: 'Clusters' }).click();
    const list = page.getByRole('region', { name: 'Clusters' }).locator('button[aria-pressed]');
    await list.first().waitFor();
    const sizes = await list.evaluateAll((buttons) =>
      buttons.map((button) => Number(button.querySelectorAll('p')[1]?.textContent)),
    );
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(USERS);
    const boxes = await labels(page).evaluateAll((all) =>
      all.map((label) => {
        const { left, right, top, bottom } = label.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
    expect(boxes.length).toBeGreaterThan(1);
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(0, i)) {
        expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
      }
    }
  });

  it('is coloured by an attribute, whose legend selects users, also after a reload', async () => {
    const page = await openExplore(workbench());
    await page.getByRole('combobox', { name: 'Colour by' }).click();
    await page.getByRole('option', { name: 'gender' }).click();
    const entry = page.locator('canvas[data-drawn] ~ div').getByRole('button', { name: /^F/ });
    await entry.click();
    await sentence(page).getByText('gender is “F”').waitFor();
    await page.reload();
    await sentence(page).getByText('gender is “F”').waitFor();
    await expect.poll(() => entry.getAttribute('aria-pressed')).toBe('true');
  });

  it('is computed again with other settings, and the earlier one remains', async () => {
    const page = await openExplore(workbench());
    await page.getByRole('button', { name: 'Maps' }).click();
    await page.getByRole('menuitem', { name: 'New map' }).click();
    await page.getByRole('textbox', { name: 'Neighbours' }).fill('8');
    await page.getByRole('textbox', { name: 'Minimum distance' }).fill('0.4');
    await page.getByRole('button', { name: 'Compute map' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Maps' }).click();
    const maps = page.getByRole('menuitemradio');
    await maps.nth(1).waitFor({ timeout: 50_000 });
    await maps.nth(1).click();
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/explore/map-1');
    await page.locator('canvas[data-drawn]').waitFor();
  });

  it('stays as it was left while another page is shown: its canvas, its uploaded points, view and selection', async () => {
    const page = await openExplore(workbench(), '#/explore?where=gender+%3D+F');
    await agreedSize(page);
    await page.locator('canvas[data-drawn]').focus();
    await page.keyboard.press('+');
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('view=');
    const left = await page.evaluate(() => location.hash);
    const canvas = await page.locator('canvas[data-drawn]').elementHandle();
    const uploads = await page.evaluateHandle(() => {
      const calls: number[] = [];
      const { bufferData } = WebGL2RenderingContext.prototype;
      Object.assign(WebGL2RenderingContext.prototype, {
        bufferData(this: WebGL2RenderingContext, target: number, ...rest: unknown[]) {
          if (target === this.ARRAY_BUFFER) calls.push(target);
          return Reflect.apply(bufferData, this, [target, ...rest]);
        },
      });
      return calls;
    });
    const sideBar = page.getByRole('navigation');
    await sideBar.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
    await sideBar.getByRole('link', { name: 'Explore' }).click();
    await sentence(page).getByText('gender is “F”').waitFor();
    await agreedSize(page);
    expect(await page.evaluate(() => location.hash)).toBe(left);
    expect(await page.locator('canvas[data-drawn]').evaluate((shown, earlier) => shown === earlier, canvas)).toBe(true);
    expect(await uploads.evaluate((calls) => calls.length)).toBe(0);
  });

  it('explains what to do without WebGL, and the facets still select', async () => {
    const { context, host } = workbench();
    const page = await context.newPage();
    await page.addInitScript(() => {
      const { getContext } = HTMLCanvasElement.prototype;
      Object.assign(HTMLCanvasElement.prototype, {
        getContext(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
          return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, ...rest]);
        },
      });
    });
    await page.goto(new URL('#/explore', host.url).href);
    await page.getByText('The map cannot be displayed').waitFor();
    await facet(page, 'Cluster').getByRole('button').first().click();
    await sentence(page)
      .getByText(/^in cluster/)
      .waitFor();
    await page.close();
  });
});

describe('the page', () => {
  it('is in Chinese too, with the selection in words', async () => {
    const { chooseLanguage } = workbench();
    const page = await openExplore(workbench(), '#/explore?where=gender+%3D+F+and+events+>%3D+10+and+events+<+200');
    await chooseLanguage('中文');
    await sentence(page).getByText('gender 是“F”').waitFor();
    await sentence(page).getByText('事件数从 10 到 200（不含）').waitFor();
    await facet(page, '聚类').waitFor();
    await settled(page);
    expect(await barriers(page)).toEqual([]);
    await chooseLanguage('EN');
    await sentence(page).getByText('gender is “F”').waitFor();
  });

  it('does not scroll sideways at a zoom of 200 %, and shows the drawer above everything', async () => {
    const page = await openExplore(workbench());
    await page.setViewportSize({ width: 640, height: 400 });
    await settled(page);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await table(page)
      .getByRole('button', { name: /^U\d{6}$/ })
      .first()
      .click();
    await drawer(page)
      .getByText(/^Latest of/)
      .waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('explains where to start in an empty workspace, and the map of the earlier one is freed', async () => {
    const { page, go, faults } = workbench();
    const canvas = await (await openExplore(workbench())).locator('canvas[data-drawn]').elementHandle();
    await createWorkspace(page, 'empty');
    const isFreed = (map: SVGElement | HTMLElement) =>
      map instanceof HTMLCanvasElement && map.getContext('webgl2')?.isContextLost();
    await expect.poll(() => canvas?.evaluate(isFreed)).toBe(true);
    for (const hash of ['#/explore', '#/users', '#/segments']) {
      await go(hash);
      await page.getByText('No data yet').waitFor();
    }
    await page.getByRole('link', { name: 'Go to data' }).click();
    await page.getByRole('heading', { level: 1, name: 'Data' }).waitFor();
    expect(faults).toEqual([]);
  });
});
