import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { shopWorkbench } from '../support/shop-workbench.ts';

const workbench = shopWorkbench();

const formula = (page: Page) => page.getByRole('textbox', { name: 'Formula' });
const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });
const save = (page: Page) => page.getByRole('button', { name: 'Save trait' });
const known = (page: Page) => preview(page).getByRole('status').textContent();

describe('a computed trait', () => {
  it('is previewed while its formula is typed, with the place of a mistake', async () => {
    const { page, go } = workbench();
    await go('#/traits');
    await page.getByRole('link', { name: 'New trait' }).click();
    await formula(page).fill('count(veiw)');
    await page.getByText('Did you mean view or review?').waitFor();
    expect(await save(page).isDisabled()).toBe(true);
    await formula(page).fill('count(view) /');
    await page.getByText(/found the end of the formula/).waitFor();
    await formula(page).fill('count(view) / (events - events)');
    await page.getByText(/No user has a value/).waitFor();
    await formula(page).fill('');
    await page.getByRole('button', { name: /^Favourite category/ }).click();
    await preview(page).getByRole('region', { name: 'Most frequent values' }).waitFor();
    await formula(page).fill('100 * count(purchase) / events');
    await preview(page).getByRole('img', { name: 'Distribution of the values' }).waitFor();
    expect(await known(page)).toMatch(/^\d+ of \d+ users have a value/);
    expect(await barriers(page)).toEqual([]);
  });

  it('is saved, changed with undo, and its name may be taken', async () => {
    const { page, go } = workbench();
    await page.getByRole('textbox', { name: 'Trait name' }).fill('conversion');
    await page.getByRole('textbox', { name: 'Unit' }).fill('%');
    await save(page).click();
    await page.getByRole('heading', { level: 1, name: 'conversion' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await formula(page).fill('count(purchase)/events');
    await save(page).click();
    await expect.poll(() => formula(page).inputValue()).toBe('count(purchase) / events');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => formula(page).inputValue()).toBe('100 * count(purchase) / events');
    await go('#/traits?new=1');
    await page.getByRole('textbox', { name: 'Trait name' }).fill('conversion');
    await formula(page).fill('1');
    await save(page).click();
    await page.getByText('A trait named “conversion” already exists.').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await formula(page).inputValue()).toBe('');
  });

  it('is a facet, a column and a colour of Explore', async () => {
    const { page, go } = workbench();
    await go('#/explore?colour=trait:conversion');
    await page.getByRole('group', { name: 'conversion (%)' }).waitFor();
    const column = page.getByRole('table', { name: 'Selected users' }).getByRole('button', { name: 'conversion (%)' });
    await column.click();
    await page.locator('th[aria-sort]', { hasText: 'conversion (%)' }).waitFor();
    await page.getByText('Each colour covers the same number of users.').waitFor();
    await go(`#/explore?where=${encodeURIComponent('trait("conversion") > 5')}`);
    await page.getByRole('button', { name: 'Clear filter: conversion (%)' }).waitFor();
  });

  it('is a condition of the rule editor', async () => {
    const { page, go } = workbench();
    await go(`#/segments?new=rule&rule=${encodeURIComponent('trait("conversion") > 5')}`);
    const value = page.getByRole('group', { name: 'Trait' }).getByRole('textbox', { name: 'Value' });
    await expect.poll(() => value.inputValue()).toBe('5');
    await value.fill('7');
    const text = page.getByRole('textbox', { name: 'Rule as text' });
    await expect.poll(() => text.inputValue()).toBe('trait("conversion") > 7');
  });

  it('is renamed and deleted, both with undo', async () => {
    const { page, go } = workbench();
    const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
    await go('#/traits/conversion');
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('rate');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await heading('rate');
    await page.keyboard.press('ControlOrMeta+z');
    await go('#/traits/conversion');
    await heading('conversion');
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No computed traits yet').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('table', { name: 'Computed traits' }).getByRole('link', { name: 'conversion' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});
