import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { downloaded } from '../support/download.ts';
import { readCsv } from '../support/read-csv.ts';
import { shopWorkbench } from '../support/shop-workbench.ts';

const workbench = shopWorkbench();

const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });
const text = (page: Page) => page.getByRole('textbox', { name: 'Rule as text' });

/** Returns the number of users that match the rule on the screen, once the preview has loaded. */
async function previewSize(page: Page): Promise<number> {
  await preview(page).locator('[aria-busy="false"]').waitFor();
  return Number(await preview(page).getByRole('status').locator('p').first().textContent());
}

describe('a segment', () => {
  it('is shown in words, as text, in figures, and with its lift', async () => {
    const { page, go } = workbench();
    await go('#/segments');
    await page.getByRole('table', { name: 'Segments' }).getByRole('link', { name: 'Keen lookers' }).click();
    await page.getByText('view at least 3 times and purchase at least once').waitFor();
    await page.getByText('count(view) >= 3 and count(purchase) >= 1').waitFor();
    const lifts = page.getByRole('table', { name: 'Distinguishing features' });
    const intervals = lifts.getByRole('img', { name: /^lift .+; 95% confidence interval/ });
    expect(await intervals.count()).toBeGreaterThan(5);
    expect(await barriers(page)).toEqual([]);
  });

  it('lists its members, sortable, with links to their profiles', async () => {
    const { page } = workbench();
    const members = page.getByRole('table', { name: 'Segment members' });
    await members.getByRole('button', { name: 'Events' }).click();
    await page.locator('th[aria-sort="descending"]', { hasText: 'Events' }).waitFor();
    const events = async () =>
      (await members.locator('tbody tr td:nth-child(2)').allTextContents()).map((cell) =>
        Number(cell.replace(',', '')),
      );
    await expect.poll(async () => (await events()).join()).toBe([...(await events())].sort((a, b) => b - a).join());
    const name = (await members.getByRole('link').first().textContent()) ?? '';
    await members.getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Keen lookers' }).waitFor();
  });

  it('is exported to a file with a row for each member', async () => {
    const { page } = workbench();
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const exportText = page.getByText(/^Keen lookers\.csv, \d+ users$/);
    await exportText.waitFor();
    const size = Number(/(\d+) users/.exec((await exportText.textContent()) ?? '')?.[1]);
    const { name, bytes } = await downloaded(page, () => page.getByRole('button', { name: 'Download' }).click());
    expect(name).toBe('Keen lookers.csv');
    const [header = [], ...rows] = readCsv(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    expect(header).toContain('user');
    expect(rows).toHaveLength(size);
    for (const row of rows) expect(row).toHaveLength(header.length);
  });
});

describe('a new segment by rule', () => {
  it('starts from a template with conditions, text, size and name', async () => {
    const { page, go } = workbench();
    await go('#/segments?new=rule');
    await page.getByRole('button', { name: /^Viewed often, never bought/ }).click();
    await expect.poll(() => text(page).inputValue()).toBe('count(view) >= 3 and count(purchase) = 0');
    expect(await page.getByRole('group', { name: 'Event count' }).count()).toBe(2);
    expect(await page.getByRole('textbox', { name: 'Segment name' }).inputValue()).toBe('Viewed often, never bought');
    expect(await previewSize(page)).toBeGreaterThan(0);
    expect(await barriers(page)).toEqual([]);
  });

  it('updates the text and the size when a condition changes', async () => {
    const { page } = workbench();
    const before = await previewSize(page);
    await page.getByRole('group', { name: 'Event count' }).first().getByRole('textbox', { name: 'Value' }).fill('40');
    await expect.poll(() => text(page).inputValue()).toBe('count(view) >= 40 and count(purchase) = 0');
    expect(await previewSize(page)).toBeLessThan(before);
  });

  it('updates the conditions when the text changes, nested groups included', async () => {
    const { page } = workbench();
    await text(page).fill('count(view) >= 3 and not (gender = F or (monetary > 100 and count(cart, days = 30) >= 1))');
    await expect.poll(() => page.getByRole('group', { name: 'Match any' }).count()).toBe(1);
    expect(await page.getByRole('group', { name: 'Match all' }).count()).toBe(2);
    const any = page.getByRole('group', { name: 'Match any' });
    expect(await any.getByRole('checkbox', { name: 'Not' }).first().isChecked()).toBe(true);
    expect(
      await page.getByRole('group', { name: 'Attribute' }).getByRole('combobox', { name: 'Value' }).inputValue(),
    ).toBe('F');
    expect(await previewSize(page)).toBeGreaterThan(0);
  });

  it('has fields for a segment, users by name, and an area that is drawn on a map', async () => {
    const { page } = workbench();
    await text(page).fill('segment("Keen lookers") and user in (U100001, U100002)');
    const field = (subject: string) => page.getByRole('group', { name: subject, exact: true });
    await expect.poll(() => field('Segment').getByRole('combobox').inputValue()).toBe('Keen lookers');
    await field('Users by name').getByText('U100002').waitFor();
    await page.getByRole('button', { name: 'Add condition' }).click();
    await page.getByRole('menuitem', { name: 'Area of the map' }).click();
    await page.getByText('Complete the marked conditions.').waitFor();
    const sketch = field('Area of the map').getByRole('img', { name: /^Map without an area/ });
    await sketch.scrollIntoViewIfNeeded();
    const { x, y } = (await sketch.boundingBox())!;
    await page.mouse.move(x + 60, y + 10);
    await page.mouse.down();
    for (const [left, top] of [
      [220, 10],
      [220, 170],
      [60, 170],
    ] as const)
      await page.mouse.move(x + left, y + top);
    await page.mouse.up();
    await expect
      .poll(() => text(page).inputValue())
      .toMatch(/ and lasso\("map-1", [-\d. ]+, [-\d. ]+, [-\d. ]+, [-\d. ]+\)$/);
  });

  it('shows where a text is invalid, and cannot be saved then', async () => {
    const { page } = workbench();
    await text(page).fill('count(view >= 3');
    await page.getByText(/character 12 of the rule/).waitFor();
    await page.getByText('The conditions above show the last valid rule.').waitFor();
    expect(await page.getByRole('button', { name: 'Save as segment' }).isDisabled()).toBe(true);
    await text(page).fill('count(nosuchaction) >= 3');
    await preview(page).getByRole('alert').waitFor();
    expect(await page.getByRole('button', { name: 'Save as segment' }).isDisabled()).toBe(true);
    expect(await page.getByRole('alert').count()).toBe(1);
  });

  it('keeps what was entered while other pages are shown, until it is cleared', async () => {
    const { page, go } = workbench();
    await text(page).fill('count(view) >= 3');
    expect(await page.getByRole('textbox', { name: 'Segment name' }).inputValue()).toBe('');
    await page.getByRole('textbox', { name: 'Segment name' }).fill('Lookers');
    await go('#/jobs');
    await page.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor();
    await go('#/segments?new=rule');
    await expect.poll(() => text(page).inputValue()).toBe('count(view) >= 3');
    expect(await page.getByRole('textbox', { name: 'Segment name' }).inputValue()).toBe('Lookers');
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByText('Add a condition, or start from a template.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Segment name' }).inputValue()).toBe('');
  });

  it('is built from nothing with the mouse alone', async () => {
    const { page } = workbench();
    await page.getByRole('button', { name: 'Add condition' }).click();
    await page.getByRole('menuitem', { name: 'Cluster' }).click();
    await page.getByText('Complete the marked conditions.').waitFor();
    await page.getByRole('group', { name: 'Cluster' }).getByRole('combobox', { name: 'Cluster' }).click();
    await page.getByRole('option').first().click();
    await expect.poll(() => text(page).inputValue()).toMatch(/^cluster\(.+\) = 0$/);
    expect(await previewSize(page)).toBeGreaterThan(0);
  });

  it('asks before it replaces another one with the same name', async () => {
    const { page } = workbench();
    await page.getByRole('textbox', { name: 'Segment name' }).fill('Keen lookers');
    await page.getByRole('button', { name: 'Save as segment' }).click();
    await page.getByText('A segment named “Keen lookers” already exists.').waitFor();
    await page.getByRole('textbox', { name: 'Segment name' }).fill('First cluster');
    const size = await previewSize(page);
    await page.getByRole('button', { name: 'Save as segment' }).click();
    await page.getByRole('heading', { level: 1, name: 'First cluster' }).waitFor();
    await page.getByText(/^in cluster “.+”$/).waitFor();
    await page.getByText(String(size), { exact: true }).first().waitFor();
  });

  it('is deleted only after a confirmation', async () => {
    const { page, faults } = workbench();
    await page.getByRole('button', { name: 'Delete' }).click();
    const deleteDialog = page.getByRole('dialog', { name: 'Delete this segment?' });
    await deleteDialog.getByRole('button', { name: 'Cancel' }).click();
    await deleteDialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Delete' }).click();
    await deleteDialog.getByRole('button', { name: 'Delete' }).click();
    const list = page.getByRole('table', { name: 'Segments' });
    await list.waitFor();
    expect(await list.getByRole('link').allTextContents()).toEqual(['Keen lookers']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await list.getByRole('link', { name: 'First cluster' }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe('selecting on the map for a segment', () => {
  it('opens the map with the lasso', async () => {
    const { page, go } = workbench();
    await go('#/segments');
    await page.getByRole('link', { name: 'Select on the map' }).click();
    await page.getByRole('radio', { name: 'Lasso' }).waitFor({ state: 'attached' });
    expect(await page.getByRole('radio', { name: 'Lasso' }).isChecked()).toBe(true);
  });
});
