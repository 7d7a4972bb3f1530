import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { downloaded } from '../support/download.ts';
import { nextFrame, settled } from '../support/frames.ts';
import { readCsv } from '../support/read-csv.ts';
import { shopWorkbench } from '../support/shop-workbench.ts';
import { createWorkspace } from '../support/workspace-menu.ts';

const workbench = shopWorkbench();
const USERS = 150;

async function openExplore(hash = '#/explore'): Promise<Page> {
  const { page, go } = workbench();
  await go('#/home');
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  await go(hash);
  await page.locator('canvas[data-drawn]').waitFor();
  await facet(page, 'Cluster').waitFor();
  return page;
}

const sentence = (page: Page) => page.getByRole('region', { name: /^(Selection|当前选择)$/ });
const status = (page: Page) => page.locator('header [role="status"]');
const facet = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const table = (page: Page) => page.getByRole('table', { name: 'Selected users' });
const drawer = (page: Page) => page.getByRole('complementary');
const labels = (page: Page): Locator => page.locator('canvas[data-drawn] ~ div > button');

/** Returns the number of selected users that the header shows, once it is that of the present selection. */
async function selectedSize(page: Page): Promise<number> {
  await page.locator('header [role="status"][aria-busy="false"]').waitFor();
  return Number.parseInt((await status(page).textContent())?.replaceAll(',', '') ?? '', 10);
}

/** Waits until the header, the map and the table show the same number of users, and returns it. */
async function agreedSize(page: Page): Promise<number> {
  const size = await selectedSize(page);
  await page.getByRole('img', { name: `${size} are highlighted.` }).waitFor();
  await page.getByRole('tab', { name: `Users (${size})` }).waitFor();
  return size;
}

/** Returns a place on the map where a user is under the pointer: the anchor of a label, which lies below it. */
async function placeOfUser(page: Page): Promise<{ x: number; y: number }> {
  for (const label of await labels(page).all()) {
    const box = await label.boundingBox();
    if (!box) continue;
    const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 + 22 };
    await page.mouse.move(place.x, place.y);
    await nextFrame(page);
    if (await page.getByText('Click to open').isVisible()) return place;
  }
  throw new Error('no label lies above its point');
}

/** Draws a circle with the mouse, clamped to the map. */
async function drawCircle(page: Page, centre: { x: number; y: number }, radius: number): Promise<void> {
  const box = await page.locator('canvas[data-drawn]').boundingBox();
  if (!box) throw new Error('no map');
  const clampInside = (value: number, from: number, size: number) =>
    Math.max(from + 4, Math.min(from + size - 4, value));
  const pointOnCircle = (fraction: number) =>
    [
      clampInside(centre.x + radius * Math.cos(fraction * 2 * Math.PI), box.x, box.width),
      clampInside(centre.y + radius * Math.sin(fraction * 2 * Math.PI), box.y, box.height),
    ] as const;
  await page.mouse.move(...pointOnCircle(0.25));
  await page.mouse.down();
  for (let step = 1; step <= 20; step++) {
    await page.mouse.move(...pointOnCircle(0.25 + step / 20));
    await nextFrame(page);
  }
  await page.mouse.up();
}

describe('the facets', () => {
  it('select users by a click: sentence, size, map and table change together', async () => {
    const page = await openExplore();
    const value = facet(page, 'gender').getByRole('button', { name: /^F:/ });
    const expected = Number(/(\d+) users$/.exec((await value.getAttribute('aria-label')) ?? '')?.[1]);
    await value.click();
    await sentence(page).getByText('gender is “F”').waitFor();
    expect(await agreedSize(page)).toBe(expected);
    expect(await value.getAttribute('aria-pressed')).toBe('true');
    expect(await page.evaluate(() => location.hash)).toContain('where=gender+%3D+F');
    expect(await barriers(page)).toEqual([]);
  });

  it('add a value with Ctrl, and remove their conditions at once', async () => {
    const page = await openExplore();
    await facet(page, 'gender').getByRole('button', { name: /^F:/ }).click();
    const one = await agreedSize(page);
    await facet(page, 'gender')
      .getByRole('button', { name: /^M:/ })
      .click({ modifiers: ['Control'] });
    await sentence(page).getByText('gender is one of “F”, “M”').waitFor();
    expect(await selectedSize(page)).toBeGreaterThan(one);
    await page.getByRole('button', { name: 'Clear filter: gender' }).click();
    await sentence(page)
      .getByText(/^All users/)
      .waitFor();
  });

  it('are brushed with the pointer, and removed from the sentence', async () => {
    const page = await openExplore();
    const events = page.getByRole('group', { name: 'Events', exact: true });
    await events.scrollIntoViewIfNeeded();
    const box = await events
      .getByRole('slider')
      .first()
      .evaluate((handle) => {
        const { x, y, width, height } = handle.parentElement!.getBoundingClientRect();
        return { x, y, width, height };
      });
    const at = (share: number) => [box.x + share * box.width, box.y + box.height / 2] as const;
    await page.mouse.move(...at(0.2));
    await page.mouse.down();
    await page.mouse.move(...at(0.4));
    await page.mouse.move(...at(0.6));
    await page.mouse.up();
    await sentence(page)
      .getByText(/^Events from /)
      .waitFor();
    const size = await agreedSize(page);
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThan(USERS);
    await sentence(page)
      .getByRole('button', { name: /^Remove condition: Events/ })
      .click();
    await sentence(page)
      .getByText(/^All users/)
      .waitFor();
  });

  it('are brushed with the keyboard', async () => {
    const page = await openExplore();
    const from = page.getByRole('slider', { name: 'Sessions, from' });
    await from.focus();
    for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight');
    await sentence(page)
      .getByText(/^Sessions at least /)
      .waitFor();
    expect(await from.getAttribute('aria-valuenow')).toBe('3');
    expect(await from.evaluate((handle) => handle === document.activeElement)).toBe(true);
    expect(await selectedSize(page)).toBeLessThan(USERS);
    await page.keyboard.press('Delete');
    await sentence(page)
      .getByText(/^All users/)
      .waitFor();
  });

  it('select a cluster like its label on the map', async () => {
    const page = await openExplore();
    const label = labels(page).first();
    const name = (await label.textContent()) ?? '';
    await label.click();
    await sentence(page)
      .getByText(/^in cluster “/)
      .waitFor();
    const size = await agreedSize(page);
    const pressed = facet(page, 'Cluster').locator('button[aria-pressed="true"]');
    expect(await pressed.getAttribute('aria-label')).toContain(`: ${size} of ${size} users`);
    await labels(page).filter({ hasText: name }).click();
    await sentence(page)
      .getByText(/^All users/)
      .waitFor();
  });
});

describe('the selection', () => {
  it('survives going back and forward, with the view and the open user', async () => {
    const page = await openExplore();
    await facet(page, 'gender').getByRole('button', { name: /^F:/ }).click();
    const women = await agreedSize(page);
    await page.locator('canvas[data-drawn]').focus();
    await page.keyboard.press('+');
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('view=');
    const zoomed = await page.evaluate(() => location.hash);
    await facet(page, 'gender').getByRole('button', { name: /^M:/ }).click();
    await sentence(page).getByText('gender is “M”').waitFor();
    await agreedSize(page);
    await table(page)
      .getByRole('button', { name: /^U\d{6}$/ })
      .first()
      .click();
    await drawer(page).waitFor();
    await page.goBack();
    await drawer(page).waitFor({ state: 'detached' });
    await page.goBack();
    await sentence(page).getByText('gender is “F”').waitFor();
    expect(await page.evaluate(() => location.hash)).toBe(zoomed);
    expect(await agreedSize(page)).toBe(women);
    await page.goForward();
    await sentence(page).getByText('gender is “M”').waitFor();
    await page.goForward();
    await drawer(page).waitFor();
    await page.reload();
    await drawer(page).waitFor();
    await sentence(page).getByText('gender is “M”').waitFor();
  });

  it('of a lasso is kept as a segment with just as many members', async () => {
    const page = await openExplore();
    await page.getByText('Lasso', { exact: true }).click({ force: true });
    await drawCircle(page, await placeOfUser(page), 60);
    await sentence(page).getByText('within a lasso on the map').waitFor();
    const size = await agreedSize(page);
    expect(size).toBeGreaterThan(1);
    expect(size).toBeLessThan(USERS);
    await page.getByRole('button', { name: 'Keep' }).click();
    const dialog = page.getByRole('dialog', { name: 'Keep as a segment' });
    await dialog.getByRole('textbox', { name: 'Segment name' }).fill('圈选 "A", 1');
    await dialog.getByRole('button', { name: 'Save as segment' }).click();
    await page.getByRole('link', { name: 'Open', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '圈选 "A", 1' }).waitFor();
    await page.getByRole('button', { name: 'Export CSV' }).click();
    await page.getByText(new RegExp(`^圈选 _A_, 1-[0-9a-f]{8}\\.csv, ${size} users`)).waitFor();
    const { bytes } = await downloaded(page, () => page.getByRole('button', { name: 'Download' }).click());
    const [header, ...rows] = readCsv(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    expect(header?.[0]).toBe('user');
    expect(new Set(rows.map(([user]) => user)).size).toBe(size);
  });

  it('may be a saved segment and a user by name', async () => {
    const page = await openExplore();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('combobox', { name: 'Saved segment' }).click();
    await page.getByRole('option', { name: 'Keen lookers' }).click();
    await sentence(page).getByText('in segment “Keen lookers”').waitFor();
    const size = await agreedSize(page);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await sentence(page)
      .getByText(/^All users/)
      .waitFor();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('combobox', { name: 'Find a user' }).fill('100007');
    await page.getByRole('option', { name: 'U100007' }).click();
    await sentence(page).getByText('user “U100007”').waitFor();
    expect(await selectedSize(page)).toBe(1);
    expect(size).toBeGreaterThan(1);
  });

  it('is edited as text, where an error is marked at its place', async () => {
    const page = await openExplore('#/explore?where=count(view)+>%3D+3');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Edit as text' }).click();
    const text = page.getByRole('textbox', { name: 'Rule as text' });
    await expect.poll(() => text.inputValue()).toBe('count(view) >= 3');
    await text.fill('count(view >= 3');
    await page.getByText(/character 12 of the rule/).waitFor();
    expect(await page.locator('mark').textContent()).toBe('>=');
    expect(await page.getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
    await text.fill('count(view) >= 5 and gender = F');
    await page.getByRole('button', { name: 'Apply' }).click();
    await sentence(page).getByText('view at least 5 times').waitFor();
    await sentence(page).getByText('gender is “F”').waitFor();
  });

  it('is refused with the reason if its rule is invalid, and can be cleared', async () => {
    const page = await openExplore();
    await workbench().go('#/explore?where=count(nosuch)+>%3D+3');
    await page
      .getByRole('alert')
      .getByText(/nosuch/)
      .waitFor();
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await sentence(page)
      .getByText(/^All users/)
      .waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('shows what sets its users apart', async () => {
    const page = await openExplore();
    await facet(page, 'Cluster').getByRole('button').first().click();
    await page.getByRole('tab', { name: 'What sets them apart' }).click();
    await page.getByRole('table', { name: 'Distinguishing features' }).waitFor();
  });
});

describe('the drawer of a user', () => {
  it('opens from the table, steps through its order, and returns the focus with Escape', async () => {
    const page = await openExplore();
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
    const page = await openExplore();
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
    const page = await openExplore();
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
    const page = await openExplore();
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
    const page = await openExplore();
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
    const page = await openExplore('#/explore?where=gender+%3D+F+and+events+>%3D+10+and+events+<+200');
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
    const page = await openExplore();
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

  it('explains where to start in an empty workspace', async () => {
    const { page, go, faults } = workbench();
    await createWorkspace(page, 'empty');
    for (const hash of ['#/explore', '#/users', '#/segments']) {
      await go(hash);
      await page.getByText('No data yet').waitFor();
    }
    await page.getByRole('link', { name: 'Go to data' }).click();
    await page.getByRole('heading', { level: 1, name: 'Data' }).waitFor();
    expect(faults).toEqual([]);
  });
});
