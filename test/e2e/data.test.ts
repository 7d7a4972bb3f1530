import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { openWorkbench } from '../support/browser.ts';
import { downloaded } from '../support/download.ts';

const home = mkdtempSync(join(tmpdir(), 'portrait-data-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const workbench = openWorkbench(() => home);

/** Writes a file of eight events of two users, a repetition of one, and a truncated row. */
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

/** Returns a typical messy export: duplicate events, prices of zero or less, an unreadable time, a truncated row. */
function messyExport(): string {
  const rows = ['user_id,event_time,event_type,product_id,price,email'];
  for (let user = 0; user < 20; user++) {
    for (let hour = 0; hour < 5; hour++) {
      rows.push(
        `u${user},2024-05-${10 + hour} 1${hour}:00:00,view,p${(user * 3 + hour) % 11},9.50,u${user}@tea.example`,
      );
    }
  }
  const [, first = ''] = rows;
  rows.push(first.replace(':00:00', ':00:02'), first);
  rows.push(
    'u3,2024-05-14 20:00:00,purchase,p1,0,u3@tea.example',
    'u4,2024-05-14 20:00:00,purchase,p1,-2,u4@tea.example',
  );
  rows.push('u5,yesterday,view,p1,9.50,u5@tea.example', 'u6,2024-05-14 21:00:00');
  return `${rows.join('\n')}\n`;
}

const LONG_WAIT = { timeout: 20_000 };

/** Dispatches the drop of a file on the page. */
async function drop(name: string, text: string): Promise<void> {
  const { page } = workbench();
  const transfer = await page.evaluateHandle(
    ([file, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], file, { type: 'text/csv' }));
      return data;
    },
    [name, text] as const,
  );
  await page.getByText('Drop files here').dispatchEvent('drop', { dataTransfer: transfer });
}

async function choose(path: string): Promise<void> {
  const { page } = workbench();
  const button = page.getByRole('button', { name: 'Choose files' });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles(path);
}

describe('the first import', () => {
  it('greets a new user, removes the token from the address, and creates a workspace', async () => {
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

  it('shows the contents of a file and is disabled until the user column is mapped', async () => {
    const { page } = workbench();
    await choose(exportFile());
    await page.getByRole('heading', { name: 'visits.csv' }).waitFor();
    await page.getByText('Required: User', { exact: true }).waitFor();
    const guessedColumns = { Time: 'when', Action: 'did', Item: 'sku' };
    for (const [field, column] of Object.entries(guessedColumns)) {
      expect(await page.getByRole('combobox', { name: field, exact: true }).inputValue()).toBe(column);
    }
    await page.getByRole('tab', { name: 'Columns' }).click();
    const columns = page.getByRole('table', { name: 'Columns of the file' });
    await columns.getByRole('cell', { name: 'aisle', exact: true }).waitFor();
    await page.getByRole('tab', { name: 'Column mapping' }).click();
    expect(await page.getByRole('button', { name: 'Import file' }).isDisabled()).toBe(true);
    expect(await barriers(workbench().page)).toEqual([]);
  });

  it('accepts a corrected mapping', async () => {
    const { page } = workbench();
    const mapField = async (field: string, column: string) => {
      const box = page.getByRole('combobox', { name: field, exact: true });
      await box.fill(column);
      await box.blur();
    };
    await mapField('User', 'who');
    await page.getByText('Nothing has been written.').waitFor(LONG_WAIT);
    await mapField('Category', 'aisle');
    await page.getByText('Settings have changed.').waitFor(LONG_WAIT);
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText('set by you').first().waitFor();
    await page.getByText('10 rows = 8 events added + 1 duplicate + 1 rejected.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Columns' }).click();
    await page.getByRole('row', { name: /^sku Item/ }).waitFor();
    await page.getByRole('button', { name: 'Import file' }).click();
    await page.getByText('Import complete').waitFor();
    await expect.poll(() => figure('Events added').textContent()).toContain('8');
    expect(await figure('Duplicates').textContent()).toContain('1');
    await page.getByRole('img', { name: 'Events over time' }).waitFor();
    const rejected = page.getByRole('table', { name: 'Rejected rows' });
    expect(await rejected.getByRole('row').nth(1).textContent()).toMatch(/^11.*ann,2024-03-05 10:0$/);
    expect(await barriers(workbench().page)).toEqual([]);
  });

  it('leads to the model page, with a summary of the imported data', async () => {
    const { page } = workbench();
    await page.getByRole('link', { name: 'Go to data', exact: true }).click();
    await page.getByRole('slider', { name: 'Events per day' }).waitFor();
    expect(await figure('Events').first().textContent()).toContain('8');
    const actions = page.getByRole('table', { name: 'Actions' });
    expect(await actions.getByRole('row', { name: /view/ }).textContent()).toBe('view450.0%');
    await page.getByRole('region', { name: 'From data to segments' }).getByRole('link', { name: 'Train' }).click();
    await page.getByRole('heading', { level: 1, name: 'Model' }).waitFor();
  });

  it('shows its rejected rows again', async () => {
    const { page, go } = workbench();
    await go('#/data');
    await page.getByRole('button', { name: 'View 1' }).click();
    await page.getByRole('dialog').getByText('ann,2024-03-05 10:0').waitFor();
    await page.keyboard.press('Escape');
    expect(workbench().faults).toEqual([]);
  });
});

describe('a messy export, from drop to report and back', () => {
  const finding = (title: string) => workbench().page.getByRole('listitem').filter({ hasText: title });

  it('is examined when it is dropped, and nothing is written', async () => {
    const { page, go } = workbench();
    await go('#/data/import');
    await drop('messy.csv', messyExport());
    await page.getByText(/Trial run of all 106 rows/).waitFor();
    for (const title of ['Invalid times', 'Zero or negative prices', 'Near-duplicate events']) {
      await finding(title).waitFor();
    }
    await finding('Invalid times').getByRole('button', { name: 'Examples' }).click();
    await page.getByText('Time “yesterday” is not a time').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('has every column profiled over the whole file, with personal ones marked', async () => {
    const { page } = workbench();
    const columns = page.getByRole('table', { name: 'Columns of the file' });
    expect(await columns.getByRole('row', { name: /^user_id User/ }).textContent()).toContain('20');
    await columns.getByRole('row', { name: /^email email/ }).waitFor();
    const choice = page.getByRole('combobox', { name: 'Privacy of email' });
    expect(await choice.inputValue()).not.toBe('keep in plain text');
  });

  it('is examined again after a remedy is applied', async () => {
    const { page } = workbench();
    await page.getByRole('button', { name: 'Drop prices below 0.01' }).click();
    await page.getByText('Settings have changed.').waitFor();
    expect(await page.getByRole('switch', { name: 'Limit the price range' }).isChecked()).toBe(true);
    await page.getByRole('switch', { name: 'Drop near-duplicate events' }).click();
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText('106 rows = 100 events added + 4 dropped + 2 rejected.').waitFor();
    expect(await figure('Dropped by cleaning').textContent()).toContain('4');
    expect(await page.getByText('Settings have changed.').count()).toBe(0);
  });

  it('is imported with a report that accounts for every row', async () => {
    const { page } = workbench();
    await page.getByRole('button', { name: 'Import file' }).click();
    await page.getByText('Import complete').waitFor();
    await page.getByText('106 rows = 100 events added + 4 dropped + 2 rejected.').waitFor();
    await page.getByRole('img', { name: 'Long tail of items' }).waitFor();
    const steps = page.getByRole('table', { name: 'Cleaning steps' });
    await steps.getByRole('row', { name: 'Outside the price range dropped 2' }).waitFor();
    await steps.getByRole('row', { name: 'Near-duplicate events dropped 2' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('shows each chart as a table too, and exports the rejected rows', async () => {
    const { page } = workbench();
    const view = page.getByRole('radiogroup', { name: 'View of: Events per user' });
    await view.getByText('Table').click();
    const table = page.getByRole('table', { name: 'Events per user' });
    expect(await table.getByRole('row').nth(1).textContent()).toBe('4–720100.0%');
    await page.getByRole('button', { name: 'Save as CSV…' }).click();
    await page.getByText(/2 rows were saved to rejected-/).waitFor();
    const { name, bytes } = await downloaded(page, () => page.getByRole('button', { name: 'Download' }).click());
    expect(name).toMatch(/^rejected-\d+\.csv$/);
    expect(bytes.toString()).toContain('yesterday');
  });

  it('is undone from its report, after a confirmation that lists what is removed', async () => {
    const { page, go } = workbench();
    await go('#/data');
    await expect.poll(() => figure('Events').first().textContent(), LONG_WAIT).toContain('108');
    await page.getByRole('link', { name: 'messy.csv' }).click();
    await page.getByRole('heading', { level: 1, name: 'messy.csv' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo import…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('100 events are removed, with the users').waitFor();
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Undo import' }).click();
    await page.getByText('Import undone').waitFor();
    await expect.poll(() => figure('Events').first().textContent(), LONG_WAIT).toMatch(/Events8$/);
    expect(await page.getByRole('link', { name: 'messy.csv' }).count()).toBe(0);
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
    const alert = page.getByRole('main').getByRole('alert');
    await alert.waitFor();
    expect((await alert.textContent())?.length).toBeGreaterThan(40);
    expect(await alert.textContent()).not.toMatch(/Error:|\.ts|at /);
    expect(await page.getByRole('button', { name: 'Import file' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Drop files here').waitFor();
  });
});

describe('several workspaces', () => {
  it('are created and switched with the keyboard alone, and never mix', async () => {
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
    await page.getByRole('slider', { name: 'Events per day' }).waitFor();
    expect(await figure('Events').first().textContent()).toContain('8');
  });

  it('cannot be created under an existing name', async () => {
    const { page } = workbench();
    await page.getByRole('button', { name: 'Switch workspace' }).click();
    await page.getByRole('menuitem', { name: 'New workspace' }).click();
    await page.getByLabel('Name').fill('Coffee shop');
    await page.getByRole('button', { name: 'Create' }).click();
    const alert = page.getByRole('dialog').getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/Coffee shop.*choose another name/);
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    expect(await page.getByRole('button', { name: 'Switch workspace' }).textContent()).toContain('Tea shop');
  });
});
