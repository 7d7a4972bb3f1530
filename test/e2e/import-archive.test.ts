import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../electron/engine/store/workspace.ts';
import { barriers } from '../support/axe.ts';
import { inHome, openWorkbench } from '../support/browser.ts';
import { zipOf } from '../support/zip.ts';

const home = mkdtempSync(join(tmpdir(), 'portrait-archive-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const workbench = openWorkbench(
  () => home,
  async (folder) => {
    const path = inHome(folder, 'shop');
    createWorkspace(path).close();
    return path;
  },
);

const LONG_WAIT = { timeout: 20_000 };

/** Writes an archive with a table of events, one of user identities, and one unrelated to users. */
function archive(): string {
  const events = ['anon1', 'c1', 'c2'].map((user, i) => `${user},2024-05-0${i + 1} 10:00:00,view,sku${i},5`);
  const path = join(home, 'shop.zip');
  const tables = [
    { name: 'countries.csv', data: 'country,population\nDE,84\nFR,68\n' },
    { name: 'events.csv', data: `user_id,time,action,item_id,price\n${events.join('\n')}\n` },
    { name: 'identities.csv', data: 'anonymous_id,customer_id\nanon1,c1\n' },
  ];
  writeFileSync(path, zipOf(tables));
  return path;
}

describe('an archive', () => {
  it('is examined table by table, and lists what cannot be imported', async () => {
    const { page, go } = workbench();
    await go('#/data/import');
    const button = page.getByRole('button', { name: 'Choose files' });
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
    await chooser.setFiles(archive());
    const card = page.getByRole('region', { name: 'shop.zip', exact: true });
    await card.getByRole('heading', { name: 'shop.zip/countries.csv' }).waitFor(LONG_WAIT);
    await card.getByText('The column mapping has no user and no time.').waitFor();
    await page.getByText('4 rows = 3 events added + 1 description.').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('is imported without that table, which is named', async () => {
    const { page } = workbench();
    await page.getByRole('button', { name: 'Import file' }).click();
    await page.getByText('One table without user data was skipped').waitFor(LONG_WAIT);
    await page.getByText('shop.zip · countries.csv').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('merges the ids of one user, and the data page lists them', async () => {
    const { page, go } = workbench();
    await go('#/data');
    const merged = page.getByRole('region', { name: 'Merged identities' });
    await merged.getByRole('cell', { name: 'anon1' }).waitFor(LONG_WAIT);
    expect(await merged.getByRole('link', { name: 'c1' }).getAttribute('href')).toBe('#/users/c1');
    expect(await barriers(page)).toEqual([]);
    expect(workbench().faults).toEqual([]);
  });
});
