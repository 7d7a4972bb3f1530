import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restoreBackup } from '../../../electron/engine/store/backups/restore-backup.ts';
import { createWorkspace, openWorkspace } from '../../../electron/engine/store/workspace.ts';
import { testEngine } from '../../support/engine.ts';
import { testFolder } from '../../support/folder.ts';

const posix = process.platform !== 'win32';
const BACKUP = 'backups/2026-11-30T15-42-11.123Z-request';

function newWorkspace(): { path: string; elsewhere: string } {
  const folder = testFolder();
  const path = join(folder, 'shop.portrait');
  createWorkspace(path).close();
  for (const name of ['models/run-1', 'jobs/job-1', BACKUP]) mkdirSync(join(path, name), { recursive: true });
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  return { path, elsewhere };
}

const refused = (name: string) =>
  expect.objectContaining({ code: 'WORKSPACE_HAS_LINKS', details: expect.objectContaining({ name: join(name) }) });

describe('a workspace from somebody else is not opened', () => {
  it.for([
    'models',
    'models/run-1',
    'models/run-1/checkpoints',
    'models/run-2',
    'jobs',
    'jobs/job-1',
    'exports',
    'backups',
    'restoration',
    'damaged',
    'trash',
  ])('with a link to a folder elsewhere as %s', (name) => {
    const { path, elsewhere } = newWorkspace();
    writeFileSync(join(elsewhere, 'notes.txt'), 'mine');
    rmSync(join(path, name), { recursive: true, force: true });
    symlinkSync(elsewhere, join(path, name), 'junction');
    expect(() => openWorkspace(path)).toThrow(refused(name));
    expect(readdirSync(elsewhere)).toEqual(['notes.txt']);
  });

  it
    .skipIf(!posix)
    .for([
      'workspace.lock',
      'workspace.db-wal',
      'watched.json',
      'jobs/job-1/log.txt',
      'jobs/job-2',
      'models/run-1/training.jsonl',
    ])('with a link to a file that does not exist yet as %s', (name) => {
    const { path, elsewhere } = newWorkspace();
    rmSync(join(path, name), { force: true });
    symlinkSync(join(elsewhere, 'profile'), join(path, name));
    expect(() => openWorkspace(path)).toThrow(refused(name));
    expect(existsSync(join(elsewhere, 'profile'))).toBe(false);
  });

  it.skipIf(!posix)('with a link to the database of another one', () => {
    const { path, elsewhere } = newWorkspace();
    renameSync(join(path, 'workspace.db'), join(elsewhere, 'workspace.db'));
    symlinkSync(join(elsewhere, 'workspace.db'), join(path, 'workspace.db'));
    expect(() => openWorkspace(path)).toThrow(refused('workspace.db'));
  });

  it.skipIf(!posix).for(['watched.json', 'jobs/job-1/job.json', 'models/run-1/config.json', 'workspace.lock'])(
    'with a pipe that never ends as %s',
    (name) => {
      const { path } = newWorkspace();
      rmSync(join(path, name), { force: true });
      execFileSync('sh', ['-c', 'mkfifo "$0"', join(path, name)]);
      expect(() => openWorkspace(path)).toThrow(refused(name));
    },
  );

  it.skipIf(!posix)('nor restored, nor are links in its backups followed in circles', async () => {
    const { path } = newWorkspace();
    const models = join(path, BACKUP, 'models');
    mkdirSync(models);
    for (const name of ['a', 'b']) symlinkSync(models, join(models, name));
    writeFileSync(join(path, BACKUP, 'workspace.db'), 'x');
    const backups = await testEngine(dirname(path)).client.call('workspace.backups', { path });
    expect(backups).toMatchObject({ backups: [{ bytes: 1 }] });
    await expect(restoreBackup(path, BACKUP.slice('backups/'.length))).rejects.toThrow(
      refused(join(BACKUP, 'models/a')),
    );
  });
});

it.skipIf(!posix)(
  'a workspace may have links in its temporary folder, which is emptied, and beside its own files',
  () => {
    const { path, elsewhere } = newWorkspace();
    writeFileSync(join(elsewhere, 'notes.txt'), 'mine');
    for (const name of ['temporary', 'my notes']) symlinkSync(elsewhere, join(path, name));
    openWorkspace(path).close();
    expect(readdirSync(elsewhere)).toEqual(['notes.txt']);
    expect(readdirSync(path)).not.toContain('temporary');
  },
);

it.skipIf(!posix)('a pipe as the manifest of an export does not stop the engine', async () => {
  const { client, home } = testEngine();
  const path = join(home, 'shop.portrait');
  await client.call('workspace.create', { path });
  await client.call('segment.create', { name: 'S', definition: { rule: 'events > 0' } });
  writeFileSync(join(path, 'exports/S.csv'), 'mine');
  execFileSync('sh', ['-c', 'mkfifo "$0"', join(path, 'exports/S.csv.manifest.json')]);
  await expect(client.call('segment.export', { segment: 'S' })).rejects.toMatchObject({ code: 'FILE_EXISTS' });
});
