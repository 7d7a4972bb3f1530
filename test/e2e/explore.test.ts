import { describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { downloaded } from '../support/download.ts';
import {
  agreedSize,
  drawCircle,
  drawer,
  facet,
  labels,
  openExplore,
  placeOfUser,
  selectedSize,
  sentence,
  table,
  USERS,
} from '../support/explore-page.ts';
import { readCsv } from '../support/read-csv.ts';
import { shopWorkbench } from '../support/shop-workbench.ts';

const workbench = shopWorkbench();

describe('the facets', () => {
  it('select users by a click: sentence, size, map and table change together', async () => {
    const page = await openExplore(workbench());
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
    const page = await openExplore(workbench());
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
    const page = await openExplore(workbench());
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
    const page = await openExplore(workbench());
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
    const page = await openExplore(workbench());
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
    const page = await openExplore(workbench());
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

  it('of a lasso is saved as a segment with as many members', async () => {
    const page = await openExplore(workbench());
    await page.getByText('Lasso', { exact: true }).click({ force: true });
    await drawCircle(page, await placeOfUser(page), 60);
    await sentence(page).getByText('within a lasso on the map').waitFor();
    const size = await agreedSize(page);
    expect(size).toBeGreaterThan(1);
    expect(size).toBeLessThan(USERS);
    await page.getByRole('button', { name: 'Save as segment' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save as segment' });
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

  it('may be a figure of the customer base', async () => {
    const { page, go } = workbench();
    await go('#/customers');
    const groups = page.getByRole('table', { name: 'RFM groups' });
    const champions = groups.getByRole('row', { name: /^Champion/ }).getByRole('link');
    const count = Number(await champions.textContent());
    await champions.click();
    await sentence(page).getByText('RFM group “Champion”').waitFor();
    expect(await selectedSize(page)).toBe(count);
  });

  it('may be a saved segment and a user by name', async () => {
    const page = await openExplore(workbench());
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
    const page = await openExplore(workbench(), '#/explore?where=count(view)+>%3D+3');
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
    const page = await openExplore(workbench());
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
    const page = await openExplore(workbench());
    await facet(page, 'Cluster').getByRole('button').first().click();
    await page.getByRole('tab', { name: 'What sets them apart' }).click();
    await page.getByRole('table', { name: 'Distinguishing features' }).waitFor();
  });
});

describe('the table of users', () => {
  it('shows the columns that were chosen, also after a reload, and is sorted by them', async () => {
    const page = await openExplore(workbench());
    await table(page).waitFor();
    await page.getByRole('button', { name: 'Columns', exact: true }).click();
    const columns = page.getByRole('dialog', { name: 'Columns' });
    await columns.getByRole('checkbox', { name: 'Sessions' }).uncheck();
    await columns.getByRole('checkbox', { name: 'age_band' }).check();
    const heading = (name: string) => table(page).getByRole('columnheader', { name, exact: true });
    await heading('age_band').waitFor();
    await heading('Sessions').waitFor({ state: 'detached' });
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.reload();
    await heading('age_band').getByRole('button').click();
    await expect.poll(() => heading('age_band').getAttribute('aria-sort')).toBe('ascending');
    const at = (await table(page).getByRole('columnheader').allTextContents()).indexOf('age_band');
    const cells = await table(page)
      .locator(`tbody tr td:nth-child(${at + 1})`)
      .allTextContents();
    const ages = cells.filter((cell) => /\d/.test(cell));
    expect(ages.length).toBeGreaterThan(0);
    expect(ages).toEqual(ages.toSorted());
    expect(cells.slice(0, ages.length)).toEqual(ages);
    expect(await heading('Sessions').count()).toBe(0);
    await page.getByRole('button', { name: 'Columns', exact: true }).click();
    await columns.getByRole('button', { name: 'Default columns' }).click();
    await heading('Sessions').waitFor();
  });

  it('selects the users who are checked, or saves them as a segment', async () => {
    const page = await openExplore(workbench());
    const boxes = table(page).locator('tbody').getByRole('checkbox');
    await boxes.nth(0).check();
    await boxes.nth(2).check();
    await page.getByText('2 users checked').waitFor();
    await page.getByRole('button', { name: 'Save as segment', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Two of them');
    await dialog.getByRole('button', { name: 'Save as segment', exact: true }).click();
    await page.getByText('Segment saved').first().waitFor();
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.getByRole('button', { name: 'Select only these' }).click();
    expect(await agreedSize(page)).toBe(2);
    await workbench().go('#/segments/Two%20of%20them');
    await page.getByRole('heading', { level: 1, name: 'Two of them' }).waitFor();
    const members = page.getByRole('table', { name: 'Segment members' }).locator('tbody tr');
    await expect.poll(() => members.count()).toBe(2);
  });
});
