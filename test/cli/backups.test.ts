import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { portrait, portraitJson } from './portrait.ts';
import { writeShop } from './shop-csv.ts';

async function importedShop() {
  const folder = testFolder();
  const shop = join(folder, 'shop.portrait');
  await portrait('new', shop);
  await portrait('import', shop, writeShop(folder, 30));
  return shop;
}

const eventsOf = async (shop: string) => (await portraitJson('info', shop)).json.events;

describe('portrait backups', () => {
  it('makes backups and lists them; an undo makes one, and restore brings back what was undone', async () => {
    const shop = await importedShop();
    expect((await portrait('backups', shop)).stdout).toContain('No backups yet');
    const { json: made } = await portraitJson('backups', shop, '--make');
    expect(made.backups).toMatchObject([{ reason: 'request', bytes: expect.any(Number) }]);
    const events = await eventsOf(shop);
    await portrait('undo', shop);
    expect(await eventsOf(shop)).toBe(0);
    const [{ name, reason }] = (await portraitJson('backups', shop)).json.backups;
    expect(reason).toBe('undo');
    const { code, json } = await portraitJson('restore', shop, '--backup', name);
    expect({ code, backup: json.backup }).toEqual({ code: 0, backup: name });
    expect(await eventsOf(shop)).toBe(events);
    const text = (await portrait('backups', shop)).stdout;
    expect(text).toContain(json.saved);
    expect(text).toContain('before a restoration');
  });

  it('saves a schedule, which a short command does not act on', async () => {
    const shop = await importedShop();
    expect((await portraitJson('backups', shop, '--schedule', 'daily')).json).toMatchObject({ schedule: 'daily' });
    await portrait('info', shop);
    expect(existsSync(join(shop, 'backups')) && readdirSync(join(shop, 'backups')).length > 0).toBe(false);
    expect((await portrait('backups', shop, '--schedule', 'hourly')).code).toBe(2);
  });

  it('restore answers a name that is not that of a backup, and leaves the workspace', async () => {
    const shop = await importedShop();
    const before = readFileSync(join(shop, 'workspace.db'));
    const { code, json } = await portraitJson('restore', shop, '--backup', '../models');
    expect({ code, error: json.error.code }).toEqual({ code: 1, error: 'BACKUP_NOT_FOUND' });
    expect(readFileSync(join(shop, 'workspace.db')).equals(before)).toBe(true);
  });
});
