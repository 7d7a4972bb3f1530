import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { errorShape } from '../../../shared/errors.ts';
import { testEngine } from '../../support/engine.ts';
import { fillShop } from '../../support/shop.ts';

const events = [{ user: 'u1', time: 0, action: 'view', item: 'tea' }];

async function openShop() {
  const { engine, client, home } = testEngine();
  const path = join(home, 'shop.portrait');
  await client.call('workspace.create', { path });
  fillShop(engine.workspace(), { events });
  return { engine, client, path };
}

describe('a workspace that does not exist', () => {
  it.each(['missing', 'x'.repeat(300)])('has no backups to list or to restore', async (name) => {
    const { client, home } = testEngine();
    const path = join(home, name);
    const code = 'WORKSPACE_NOT_FOUND';
    await expect(client.call('workspace.backups', { path })).rejects.toMatchObject({ code });
    await expect(client.call('workspace.restore', { path, backup: 'none' })).rejects.toMatchObject({ code });
  });
});

describe('an open workspace', () => {
  it('is backed up beside a job that writes, restored, and open again', async () => {
    const { engine, client, path } = await openShop();
    const { backup } = await client.run('workspace.backUp', {});
    engine.workspace().db.exec('DELETE FROM events');
    const { saved } = await client.call('workspace.restore', { backup });
    const { workspace } = await client.call('workspace.info', {});
    expect(workspace).toMatchObject({ path, users: 1 });
    expect(engine.workspace().db.prepare('SELECT count(*) FROM events').pluck().get()).toBe(1);
    const names = (await client.call('workspace.backups', {})).backups.map(({ name }) => name);
    expect(names).toEqual([saved, backup]);
    const records = (await client.call('jobs.list', {})).jobs;
    expect(records).toEqual([]);
  });

  it('is not restored while a job runs, and stays open if there is no such backup', async () => {
    const { client, path } = await openShop();
    const { backup } = await client.run('workspace.backUp', {});
    const job = await client.start('sample.import', { users: 20_000 });
    const refused = await client.call('workspace.restore', { backup }).catch(errorShape);
    expect(refused).toMatchObject({ code: 'WORKSPACE_BUSY', details: { job } });
    await client.call('jobs.cancel', { job });
    await vi.waitFor(async () => {
      const { jobs } = await client.call('jobs.list', {});
      expect(jobs.find(({ id }) => id === job)?.state).toBe('cancelled');
    }, 20_000);
    const missing = await client.call('workspace.restore', { backup: 'none' }).catch(errorShape);
    expect(missing).toMatchObject({ code: 'BACKUP_NOT_FOUND' });
    expect((await client.call('workspace.info', {})).workspace?.path).toBe(path);
  });

  it('is backed up when it is opened and its schedule says so, once', async () => {
    const { client, path } = await openShop();
    await client.call('workspace.setBackupSchedule', { schedule: 'daily' });
    expect(await client.call('workspace.backupSchedule', {})).toEqual({ schedule: 'daily' });
    const reasons = async () => (await client.call('workspace.backups', {})).backups.map(({ reason }) => reason);
    for (let opened = 0; opened < 2; opened++) {
      await client.call('workspace.close', {});
      await client.call('workspace.open', { path });
      await vi.waitFor(async () => expect(await reasons()).toEqual(['schedule']), 20_000);
    }
  });
});
