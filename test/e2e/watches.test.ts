import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Session } from '../../electron/cli/session.ts';
import { barriers } from '../support/axe.ts';
import { inHome, openWorkbench } from '../support/browser.ts';

const home = mkdtempSync(join(tmpdir(), 'portrait-watches-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const folder = join(home, 'exports of the shop');

const csv = (user: string) => `user,time,action,item\n${user},2024-05-01 10:00:00,view,i1\n`;

/** A workspace with one event that comes from elsewhere, and names a folder to watch. */
const workbench = openWorkbench(
  () => home,
  async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'private.csv'), csv('bob'));
    writeFileSync(join(home, 'first.csv'), csv('ann'));
    const path = inHome(home, 'shop');
    const session = new Session();
    await session.client.call('workspace.create', { path });
    await session.client.run('ingest.run', { files: [{ file: join(home, 'first.csv') }] });
    await session.close();
    writeFileSync(join(path, 'watched.json'), JSON.stringify([{ folder, options: {}, cleaning: {}, handled: {} }]));
    return path;
  },
);

describe('a watched folder of a workspace from elsewhere', () => {
  it('is named with a warning, and is watched only after the user resumes it', async () => {
    const { page, go, faults } = workbench();
    await go('#/data');
    const section = page.getByRole('region', { name: 'Watched folders' });
    await section.getByRole('alert').getByText('This workspace has been moved, copied or received').waitFor();
    await section.getByText('waiting for your consent').waitFor();
    expect(await barriers(page)).toEqual([]);
    await section.getByRole('button', { name: `Resume watching ${folder}` }).click();
    await section.getByText('watching', { exact: true }).waitFor();
    expect(await section.getByRole('alert').count()).toBe(0);
    await page.getByRole('table', { name: 'Imports' }).getByText('private.csv').waitFor();
    expect(faults).toEqual([]);
  });
});
