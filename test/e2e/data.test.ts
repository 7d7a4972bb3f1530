import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { openWorkbench } from '../support/browser.ts';

const home = mkdtempSync(join(tmpdir(), 'portrait-data-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const workbench = openWorkbench(() => home);

/** Eight events of two users, one of them twice, and a row that was cut off. */
function exportFile(): string {
  const rows = ['who,when,did,sku,aisle,city'];
  for (const user of ['ann', 'bob']) {
    for (const [hour, action] of ['view', 'view', 'cart', 'buy'].entries()) {
      rows.push(`${user},2024-03-0${hour + 1} 1${hour}:00:00,${action},item-${hour},tea,Leeds`);
    }
  }
  rows.push(rows[1] ?? '', 'ann,2024-03-05 10:0');
  const path = join(home, 'visits.csv');
  writeFileSync(path, `${rows.join('\n')}\n`);
  return path;
}

const figure = (name: string) => workbench().page.getByText(name, { exact: true }).locator('../..');

async function choose(path: string): Promise<void> {
  const { page } = workbench();
  const button = page.getByRole('button', { name: 'Choose files' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles(path);
}

describe('from nothing to a first import', () => {
  it('welcomes, takes the token out of the address, and makes a workspace', async () => {
    const { page } = workbench();
    await page.getByText('Welcome to Portrait').waitFor();
    expect(page.url()).not.toContain('token');
    expect(await barriers(workbench().page)).toEqual([]);
    await page.getByRole('button', { name: 'New workspace' }).click();
    await page.getByLabel('Name').fill('Tea shop');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByText('No data yet').waitFor();
    expect(await barriers(workbench().page)).toEqual([]);
  });

  it('shows what a file holds and does not start before it knows the user', async () => {
    const { page } = workbench();
    await choose(exportFile());
    await page.getByRole('heading', { name: 'visits.csv' }).waitFor();
    const columns = page.getByRole('table', { name: 'Columns of the file' });
    await columns.getByRole('cell', { name: 'sku', exact: true }).waitFor();
    const item = page.getByRole('combobox', { name: 'Item', exact: true });
    expect(await item.inputValue()).toBe('sku');
    await item.fill('');
    await item.blur();
    await page.getByText(/Still needed: User/).waitFor();
    expect(await page.getByRole('button', { name: 'Import the file' }).isDisabled()).toBe(true);
    expect(await barriers(workbench().page)).toEqual([]);
  });

  it('takes a corrected mapping', async () => {
    const { page } = workbench();
    const mapping = { User: 'who', Time: 'when', Action: 'did', Item: 'sku', Category: 'aisle' };
    for (const [field, column] of Object.entries(mapping)) {
      const box = page.getByRole('combobox', { name: field, exact: true });
      await box.fill(column);
      await box.blur();
    }
    await page.getByRole('row', { name: /^sku Item/ }).waitFor();
    await page.getByRole('button', { name: 'Import the file' }).click();
    await page.getByText('The import is done').waitFor();
    await expect.poll(() => figure('Events added').textContent()).toContain('8');
    expect(await figure('Repeats').textContent()).toContain('1');
    const rejected = page.getByRole('table', { name: 'Rows set aside' });
    expect(await rejected.getByRole('row').nth(1).textContent()).toMatch(/^11.*ann,2024-03-05 10:0$/);
    expect(await barriers(workbench().page)).toEqual([]);
  });

  it('leads on to the model, with the imported data at a glance', async () => {
    const { page } = workbench();
    await page.getByRole('link', { name: 'To the data', exact: true }).click();
    await page.getByRole('img', { name: 'Events per day' }).waitFor();
    expect(await figure('Events').first().textContent()).toContain('8');
    const actions = page.getByRole('table', { name: 'Actions' });
    expect(await actions.getByRole('row', { name: /view/ }).textContent()).toBe('view450.0%');
    await page.getByRole('region', { name: 'From data to segments' }).getByRole('link', { name: 'Train' }).click();
    await page.getByRole('heading', { level: 1, name: 'Model' }).waitFor();
  });

  it('shows again what an import set aside', async () => {
    const { page, go } = workbench();
    await go('#/data');
    await page.getByRole('button', { name: 'See 1' }).click();
    await page.getByRole('dialog').getByText('ann,2024-03-05 10:0').waitFor();
    await page.keyboard.press('Escape');
    expect(workbench().faults).toEqual([]);
  });
});

describe('a file that cannot be imported', () => {
  it('is refused with a reason and a hint', async () => {
    const { page, go } = workbench();
    const path = join(home, 'picture.csv');
    writeFileSync(path, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 255, 254, 0]));
    await go('#/data/import');
    await choose(path);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect((await alert.textContent())?.length).toBeGreaterThan(40);
    expect(await alert.textContent()).not.toMatch(/Error:|\.ts|at /);
    expect(await page.getByRole('button', { name: 'Import the file' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Drop exports here').waitFor();
  });
});

describe('several workspaces', () => {
  it('are made and changed by the keyboard alone, and never mix', async () => {
    const { page, go } = workbench();
    await go('#/data');
    const menu = page.getByRole('button', { name: 'Switch workspace' });
    await menu.press('Enter');
    await page.getByRole('menuitem', { name: 'Tea shop' }).waitFor();
    expect(await barriers(workbench().page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'New workspace' }).press('Enter');
    await page.getByLabel('Name').fill('Coffee shop');
    await page.keyboard.press('Enter');
    await page.getByText('No data yet').waitFor();
    expect(await menu.textContent()).toContain('Coffee shop');
    await menu.press('Enter');
    await page.getByRole('menuitem', { name: 'Tea shop' }).press('Enter');
    await page.getByRole('img', { name: 'Events per day' }).waitFor();
    expect(await figure('Events').first().textContent()).toContain('8');
  });

  it('refuses a name that is taken, and says so', async () => {
    const { page } = workbench();
    await page.getByRole('button', { name: 'Switch workspace' }).click();
    await page.getByRole('menuitem', { name: 'New workspace' }).click();
    await page.getByLabel('Name').fill('Coffee shop');
    await page.getByRole('button', { name: 'Create' }).click();
    const alert = page.getByRole('dialog').getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/Coffee shop.*choose another name/);
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByRole('button', { name: 'Switch workspace' }).textContent()).toContain('Tea shop');
  });
});
