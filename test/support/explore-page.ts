import type { Locator, Page } from 'playwright-core';
import type { Workbench } from './browser.ts';
import { nextFrame } from './frames.ts';

/** Number of users of the prepared shop. */
export const USERS = 150;

/** Opens Explore at an address, once Home is shown, so that nothing of an earlier address stays. */
export async function openExplore({ page, go }: Workbench, hash = '#/explore'): Promise<Page> {
  await go('#/home');
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  await go(hash);
  await page.locator('canvas[data-drawn]').waitFor();
  await facet(page, 'Cluster').waitFor();
  return page;
}

export const sentence = (page: Page) => page.getByRole('region', { name: /^(Selection|当前选择)$/ });
export const status = (page: Page) => page.locator('header [role="status"]');
export const facet = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
export const table = (page: Page) => page.getByRole('table', { name: 'Selected users' });
export const drawer = (page: Page) => page.getByRole('complementary');
export const labels = (page: Page): Locator => page.locator('canvas[data-drawn] ~ div > button');

/** Returns the number of selected users that the header shows, once it is that of the present selection. */
export async function selectedSize(page: Page): Promise<number> {
  await page.locator('header [role="status"][aria-busy="false"]').waitFor();
  return Number.parseInt((await status(page).textContent())?.replaceAll(',', '') ?? '', 10);
}

/** Waits until the header, the map and the table show the same number of users, and returns it. */
export async function agreedSize(page: Page): Promise<number> {
  const size = await selectedSize(page);
  // A label of a cluster under the pointer would highlight the cluster alone.
  await page.mouse.move(0, 0);
  await page.getByRole('img', { name: `${size} are highlighted.` }).waitFor();
  await page.getByRole('tab', { name: `Users (${size})` }).waitFor();
  return size;
}

/** Returns a place on the map where a user is under the pointer: the anchor of a label, which lies below it. */
export async function placeOfUser(page: Page): Promise<{ x: number; y: number }> {
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
export async function drawCircle(page: Page, centre: { x: number; y: number }, radius: number): Promise<void> {
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
