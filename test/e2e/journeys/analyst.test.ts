import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { writeShop } from '../../cli/shop-csv.ts';
import { barriers } from '../../support/axe.ts';
import { inHome, openWorkbench } from '../../support/browser.ts';
import { sharedData } from '../../support/data.ts';
import { downloaded } from '../../support/download.ts';
import { testFolder } from '../../support/folder.ts';
import { readCsv } from '../../support/read-csv.ts';
import { screenshots } from '../../support/screenshots.ts';

// A quick model is trained, which takes as long as the machine is busy.
vi.setConfig({ testTimeout: 300_000 });

const home = mkdtempSync(join(tmpdir(), 'portrait-analyst-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const workbench = openWorkbench(() => home);
const shoot = screenshots('analyst');

const clickstream = sharedData('rees46/2019-Oct.csv');

/**
 * Writes what the analyst drops: a fifth of the users of a real clickstream, with its cut-off last row; a generated
 * shop if that file is absent.
 */
function exportFile(): string {
  if (clickstream === null) return writeShop(testFolder());
  const [header = '', ...lines] = readFileSync(clickstream, 'utf8').split('\n');
  const cutOff = lines.pop() ?? '';
  const rows = lines.filter((line) => /[01]$/.test(line.split(',')[7] ?? ''));
  const file = join(testFolder(), 'export.csv');
  writeFileSync(file, [header, ...rows, cutOff].join('\n'));
  return file;
}

/** Drops a file onto the window, wherever it is. */
async function drop(page: Page, file: string, name: string): Promise<void> {
  const content = readFileSync(file, 'utf8');
  const transfer = await page.evaluateHandle(
    ([text, fileName]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], fileName, { type: 'text/csv' }));
      return data;
    },
    [content, name] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** Returns the users that the rows of a CSV file are of. */
function usersOf(bytes: Buffer): (string | undefined)[] {
  const [header = [], ...rows] = readCsv(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  expect(header).toContain('user');
  return rows.map((row) => row[header.indexOf('user')]);
}

const sheet = (page: Page): Locator => page.getByRole('dialog');

describe('an analyst with an export: a file dropped onto the window', () => {
  it('becomes a brief, and a CSV with a hold-out, in three clicks', async () => {
    const { page, go } = workbench();
    let clicks = 0;
    const click = async (name: string, within = page.locator('body')) => {
      clicks++;
      await within.getByRole('button', { name, exact: true }).first().click();
    };
    await go('#/settings');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await drop(page, exportFile(), 'october.csv');
    await sheet(page).getByText('1 file: october.csv').waitFor();
    await sheet(page)
      .getByRole('group', { name: /Fixes that will be applied/ })
      .waitFor();
    expect(await sheet(page).getByRole('checkbox', { checked: true }).count()).toBeGreaterThan(0);
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'dropped');
    await click('Make a brief', sheet(page));
    await page.getByRole('heading', { level: 1, name: 'Brief' }).waitFor();
    await page.getByRole('heading', { level: 2, name: /groups? of users/ }).waitFor({ timeout: 240_000 });
    expect(await page.title()).toBe('Brief – october – Portrait');
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'brief');
    await click('Export with a hold-out');
    const group = await sheet(page).getByRole('textbox').inputValue();
    const { name, bytes } = await downloaded(page, () => click('Export', sheet(page)));
    expect(clicks).toBe(3);
    expect(name).toMatch(/\(contact\).*\.csv$/);
    const users = usersOf(bytes);
    await sheet(page)
      .getByText(`${users.length.toLocaleString('en')} users to contact`)
      .waitFor();
    const holdOut = await sheet(page)
      .getByText(/held out: .*\(hold-out\)/)
      .textContent();
    await shoot(page, 'exported');
    const [, file = ''] = /held out: (.+\.csv)/.exec(holdOut ?? '') ?? [];
    const heldOut = usersOf(readFileSync(join(inHome(home, 'october'), 'exports', file)));
    expect(heldOut.length).toBeGreaterThan(0);
    expect(new Set([...users, ...heldOut]).size).toBe(users.length + heldOut.length);
    await sheet(page).getByRole('button', { name: 'Close' }).click();
    await go(`#/segments/${encodeURIComponent(group)}`);
    await page.getByRole('heading', { level: 1, name: group }).waitFor();
    await page
      .getByText((users.length + heldOut.length).toLocaleString('en'), { exact: true })
      .first()
      .waitFor();
    await shoot(page, 'segment');
  });

  it('is listed on the start page, and saved as a page of one file', async () => {
    const { page, go } = workbench();
    await go('#/home');
    await shoot(page, 'home');
    await page.getByRole('link', { name: 'Read the brief' }).click();
    await page.getByRole('heading', { level: 1, name: 'Brief' }).waitFor();
    const { name, bytes } = await downloaded(page, () => page.getByRole('button', { name: 'Save as HTML' }).click());
    expect(name).toBe('brief-1-en.html');
    expect(bytes.toString('utf8')).toContain(
      (await page.getByRole('heading', { level: 2 }).first().textContent()) ?? '–',
    );
  });

  it('is shown in the language of the window', async () => {
    const { page, chooseLanguage } = workbench();
    await chooseLanguage('中文');
    await page.getByRole('heading', { level: 2, name: /个用户群体/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'brief-zh');
    await chooseLanguage('EN');
    await page.getByRole('heading', { level: 2, name: /groups? of users/ }).waitFor();
  });

  it('is listed with the others, deleted, and restored', async () => {
    const { page } = workbench();
    const list = page.getByRole('table', { name: 'Briefs of this workspace' });
    await list.getByRole('button', { name: /^Delete the brief of/ }).click();
    await page.getByText('No brief yet').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await list.getByRole('link').click();
    await page.waitForURL(/#\/brief\/brief-1$/);
    await page.getByRole('heading', { level: 2, name: /groups? of users/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('shows a group on the map', async () => {
    const { page } = workbench();
    await page.getByRole('link', { name: 'Show on the map' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Explore' }).waitFor();
    expect(new URL(page.url()).hash).toMatch(/^#\/explore\/map-1\?where=/);
    await page.locator('canvas[data-drawn]').waitFor();
    await shoot(page, 'on-the-map');
  });

  it('can be imported only, or left alone', async () => {
    const { page, go, faults } = workbench();
    await go('#/segments');
    await page.getByRole('heading', { level: 1, name: 'Segments' }).waitFor();
    const file = writeShop(testFolder(), 61);
    await drop(page, file, 'more.csv');
    await sheet(page).getByText('1 file: more.csv').waitFor();
    await sheet(page).getByText('Into the workspace “october”').waitFor();
    await sheet(page).getByRole('button', { name: 'Import only' }).click();
    await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
    await page.getByText('more.csv').first().waitFor();
    await go('#/segments');
    await drop(page, file, 'other.csv');
    await sheet(page).getByRole('button', { name: 'Make a brief' }).and(page.locator(':enabled')).waitFor();
    await sheet(page).getByRole('button', { name: 'Close' }).click();
    await sheet(page).waitFor({ state: 'detached' });
    await go('#/data/import');
    await page.getByText('more.csv').first().waitFor();
    expect(await page.getByText('other.csv').count()).toBe(0);
    expect(faults.splice(0)).toEqual([]);
  });
});
