import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openWorkbench } from '../support/browser.ts';
import { createWorkspace } from '../support/workspace-menu.ts';

const home = mkdtempSync(join(tmpdir(), 'portrait-plan-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const workbench = openWorkbench(() => home);

const HEADER = 'user_id,event_time,event_type,product_id';
const rowsOf = (user: string, count: number) =>
  Array.from({ length: count }, (_, hour) => `${user},2024-05-10 1${hour}:00:00,view,p${hour}`);
const fileOf = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`;

/** Drags a file over an element of the page and drops it there; returns whether Portrait took both events. */
async function drop(target: string, name: string, text: string): Promise<boolean> {
  return workbench().page.evaluate(
    ({ selector, file, content }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], file, { type: 'text/csv' }));
      const element = document.querySelector(selector)!;
      const isTaken = (type: string) =>
        !element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      return isTaken('dragover') && isTaken('drop');
    },
    { selector: target, file: name, content: text },
  );
}

/** Chooses, on the sheet for a dropped file, to import it without a brief. */
async function importOnly(name: string): Promise<void> {
  const sheet = workbench().page.getByRole('dialog');
  await sheet.getByText(`1 file: ${name}`).waitFor();
  await sheet.getByRole('button', { name: 'Import only' }).click();
}

const importButton = () => workbench().page.getByRole('button', { name: 'Import file' });

describe('a file dropped outside the drop zone', () => {
  it('leaves nothing if the sheet is closed while no workspace was open, also at the address of the import', async () => {
    const { page, go } = workbench();
    await go('#/data/import');
    await page.getByRole('heading', { name: 'Welcome to Portrait' }).waitFor();
    await drop('body', 'mistake.csv', fileOf(...rowsOf('ann', 5)));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Make a brief' })
      .and(page.locator(':enabled'))
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('heading', { name: 'Welcome to Portrait' }).waitFor();
    await expect.poll(() => readdirSync(home).filter((name) => name.endsWith('.portrait'))).toEqual([]);
  });

  it('makes a workspace of its name while none is open, and is then ready to be imported into it', async () => {
    const { page } = workbench();
    await page.getByRole('heading', { name: 'Welcome to Portrait' }).waitFor();
    expect(await drop('body', 'Tea shop.csv', fileOf(...rowsOf('ann', 5)))).toBe(true);
    await importOnly('Tea shop.csv');
    await page.getByRole('heading', { name: 'Tea shop.csv' }).waitFor();
    await page.getByText('5 rows = 5 events added.').waitFor();
    await page.getByRole('button', { name: 'Switch workspace' }).getByText('Tea shop').waitFor();
  });

  it('is taken on any page, and leads to its import if that is chosen', async () => {
    const { page, go } = workbench();
    await go('#/jobs');
    await page.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor();
    expect(await drop('body', 'second.csv', fileOf(...rowsOf('bob', 4)))).toBe(true);
    await importOnly('second.csv');
    await page.getByRole('heading', { name: 'second.csv' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/data/import');
  });
});

describe('an import that is being prepared', () => {
  it('does not show the findings of a file that was removed', async () => {
    const { page } = workbench();
    await page.getByText('9 rows = 9 events added.').waitFor();
    await page.getByRole('region', { name: 'Tea shop.csv' }).getByRole('button', { name: 'Remove' }).click();
    await page.getByText('9 rows = 9 events added.').waitFor({ state: 'hidden' });
    await page.getByText('4 rows = 4 events added.').waitFor();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Drop files here').waitFor();
    await drop('body', 'picture.csv', '\x89PNG\0\x01\x02\x03');
    await page.getByRole('main').getByRole('alert').waitFor();
    expect(await page.getByText(/rows = /).count()).toBe(0);
    await page.getByRole('button', { name: 'Remove' }).click();
  });

  it('cannot be started while the examination says that the file cannot be imported', async () => {
    const { page } = workbench();
    await drop('body', 'nobody.csv', fileOf(',2024-05-10 10:00:00,view,p1', ',2024-05-10 11:00:00,view,p2'));
    await page.getByText('1 error', { exact: true }).waitFor();
    expect(await importButton().isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Remove' }).click();
  });

  it('is dropped when another workspace is opened', async () => {
    const { page, go } = workbench();
    await drop('body', 'tea.csv', fileOf(...rowsOf('ann', 5)));
    await page.getByRole('heading', { name: 'tea.csv' }).waitFor();
    await createWorkspace(page, 'Coffee shop');
    await page.getByText('No data yet').waitFor();
    expect(new URL(page.url()).hash).toBe('#/data');
    await go('#/data/import');
    await page.getByText('Drop files here').waitFor();
    expect(await page.getByRole('heading', { name: 'tea.csv' }).count()).toBe(0);
    expect(await importButton().count()).toBe(0);
    expect(workbench().faults).toEqual([]);
  });
});
