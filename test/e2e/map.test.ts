import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { downloaded } from '../support/download.ts';
import { nextFrame } from '../support/frames.ts';
import { readCsv } from '../support/read-csv.ts';
import { shopWorkbench } from '../support/shop-workbench.ts';
import { createWorkspace } from '../support/workspace-menu.ts';

const workbench = shopWorkbench();
const USERS = 150;

async function openMap(hash = '#/explore'): Promise<Page> {
  const { page, go } = workbench();
  await go(hash);
  await page.locator('canvas[data-drawn]').waitFor();
  return page;
}

const clusters = (page: Page) => page.getByRole('region', { name: 'Clusters' }).getByRole('button');

/** Reads the sizes from the clusters' buttons, whose second paragraph is the size. */
const clusterSizes = (page: Page) =>
  clusters(page).evaluateAll((buttons) =>
    buttons.map((button) => Number(button.querySelectorAll('p')[1]?.textContent)),
  );

/** Returns the centre of the label of the largest cluster, which lies on its anchor point. */
async function largestCluster(page: Page) {
  const box = await labels(page).first().boundingBox();
  if (!box) throw new Error('no label on the map');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const labels = (page: Page): Locator => page.locator('canvas[data-drawn] + div > span');

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
  await page.mouse.move(...pointOnCircle(0));
  await page.mouse.down();
  for (let step = 1; step <= 20; step++) {
    await page.mouse.move(...pointOnCircle(step / 20));
    await nextFrame(page);
  }
  await page.mouse.up();
}

describe('the map', () => {
  it('lists clusters that contain all users, and labels them without overlaps', async () => {
    const page = await openMap();
    const sizes = await clusterSizes(page);
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

  it('shows the user under the pointer, and opens their profile on a click', async () => {
    const page = await openMap();
    const { x, y } = await largestCluster(page);
    await page.mouse.move(x, y);
    await page.getByText('Click to open the profile').waitFor();
    const user = await page.getByText(/^U\d{6}$/).textContent();
    await page.mouse.click(x, y);
    await page.getByRole('heading', { level: 1, name: user ?? '' }).waitFor();
  });

  it('is coloured by a measure, also after a reload', async () => {
    const page = await openMap();
    await page.getByRole('combobox', { name: 'Colour by' }).click();
    await page.getByRole('option', { name: 'Monetary' }).click();
    await page.getByText('Each colour covers the same number of users.').waitFor();
    await page.reload();
    await page.getByText('Each colour covers the same number of users.').waitFor();
    await labels(page).first().waitFor();
  });

  it('saves the users of a lasso as a segment whose file contains just them', async () => {
    const page = await openMap();
    await page.getByText('Lasso').click({ force: true });
    const centre = await largestCluster(page);
    await drawCircle(page, centre, 70);
    const selectionText = page.getByText(/^\d+ users, [\d.]+% of all$/);
    await selectionText.waitFor();
    const size = Number.parseInt((await selectionText.textContent()) ?? '', 10);
    expect(size).toBeGreaterThan(1);
    expect(size).toBeLessThan(USERS);
    await page.getByText('Distinguishing features').waitFor();
    await page.getByRole('textbox', { name: 'Segment name' }).fill('圈选 "A", 1');
    await page.getByRole('button', { name: 'Save as segment' }).click();
    await page.getByRole('heading', { level: 1, name: '圈选 "A", 1' }).waitFor();
    await page.getByRole('button', { name: 'Export CSV' }).click();
    await page.getByText(new RegExp(`^圈选 _A_, 1-[0-9a-f]{8}\\.csv, ${size} users`)).waitFor();
    const { name, bytes } = await downloaded(page, () => page.getByRole('button', { name: 'Download' }).click());
    expect(name).toMatch(/^圈选 _A_, 1-[0-9a-f]{8}\.csv$/);
    const [header, ...rows] = readCsv(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    expect(header?.[0]).toBe('user');
    expect(rows).toHaveLength(size);
    expect(new Set(rows.map(([user]) => user)).size).toBe(size);
    for (const [user] of rows) expect(user).toMatch(/^U\d{6}$/);
  });

  it('shows a cluster’s users and lift on a click in the list', async () => {
    const page = await openMap();
    const [size] = await clusterSizes(page);
    await clusters(page).first().click();
    await page.getByText(new RegExp(`^${size} users, `)).waitFor();
    await page.getByRole('button', { name: 'Back to clusters' }).click();
    await clusters(page).first().waitFor();
  });

  it('is computed again with other settings, and the earlier one remains', async () => {
    const page = await openMap();
    await page.getByRole('button', { name: 'New map' }).click();
    await page.getByRole('textbox', { name: 'Neighbours' }).fill('8');
    await page.getByRole('textbox', { name: 'Minimum distance' }).fill('0.4');
    await page.getByRole('button', { name: 'Compute map' }).click();
    const picker = page.getByRole('combobox', { name: 'Map', exact: true });
    await picker.waitFor({ timeout: 60_000 });
    await picker.click();
    expect(await page.getByRole('option').count()).toBe(2);
    await page.keyboard.press('Escape');
    await page.locator('canvas[data-drawn]').waitFor();
  });

  it('explains what to do without WebGL, and still lists the clusters', async () => {
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
    expect(await clusters(page).count()).toBeGreaterThan(1);
    await page.close();
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
