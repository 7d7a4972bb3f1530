import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { isBackupDue, setBackupSchedule } from '../../../../electron/engine/store/backups/backup-schedule.ts';
import { sizedBackups } from '../../../../electron/engine/store/backups/backup-sizes.ts';
import { deleteOldBackups } from '../../../../electron/engine/store/backups/delete-old-backups.ts';
import { storedBackups } from '../../../../electron/engine/store/backups/list-backups.ts';
import { backUp } from '../../../../electron/engine/store/backups/make-backup.ts';
import { restoreBackup } from '../../../../electron/engine/store/backups/restore-backup.ts';
import { type OpenWorkspace, openWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { BACKUP_LIMITS } from '../../../../shared/domain/backup-limits.ts';
import { testWorkspace } from '../../../support/shop.ts';

const addUser = ({ db }: OpenWorkspace, name: string) => db.prepare('INSERT INTO users (name) VALUES (?)').run(name);
const usersOf = (file: string) => {
  const db = new Database(file, { readonly: true });
  const names = db.prepare('SELECT name FROM users ORDER BY name').pluck().all();
  db.close();
  return names;
};

/** A workspace with a user and a run that has weights and a curve. */
function workspaceWithRun() {
  const workspace = testWorkspace();
  addUser(workspace, 'u1');
  const run = join(workspace.path, 'models', 'run-1');
  mkdirSync(run);
  writeFileSync(join(run, 'model.safetensors'), 'weights');
  writeFileSync(join(run, 'training.jsonl'), 'epoch 1\n');
  return { workspace, run };
}

describe('a backup', () => {
  it('has the database as it is, and shares the files of models that never change', async () => {
    const { workspace, run } = workspaceWithRun();
    const name = await backUp(workspace, 'request');
    addUser(workspace, 'u2');
    appendFileSync(join(run, 'training.jsonl'), 'epoch 2\n');
    const [backup] = storedBackups(workspace.path);
    expect(backup).toMatchObject({ name, reason: 'request' });
    expect(usersOf(backup!.database)).toEqual(['u1']);
    const copy = (file: string) => join(backup!.models!, 'run-1', file);
    expect(statSync(copy('model.safetensors')).ino).toBe(statSync(join(run, 'model.safetensors')).ino);
    expect(readFileSync(copy('training.jsonl'), 'utf8')).toBe('epoch 1\n');
  });

  it('is made while another connection writes, of the moment at which it began', async () => {
    const { workspace } = workspaceWithRun();
    workspace.db.exec(`INSERT INTO users (name) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
      WHERE i < 60000) SELECT 'a user with a long name ' || i FROM n`);
    const writer = openSecond(workspace.path);
    let writes = 0;
    await backUp(workspace, 'request', () => {
      writer.prepare('INSERT INTO users (name) VALUES (?)').run(`late ${++writes}`);
    });
    writer.close();
    expect(writes).toBeGreaterThan(0);
    expect(usersOf(storedBackups(workspace.path)[0]!.database)).toHaveLength(60_001);
  });

  it('that is aborted or fails leaves nothing', async () => {
    const { workspace } = workspaceWithRun();
    const aborted = backUp(workspace, 'request', () => {
      throw new Error('cancelled');
    });
    await expect(aborted).rejects.toThrow('cancelled');
    expect(readdirSync(join(workspace.path, 'backups'))).toEqual([]);
    expect(workspace.db.inTransaction).toBe(false);
  });

  it('that a killed process left half done is deleted when the workspace is opened', () => {
    const { workspace } = workspaceWithRun();
    workspace.close();
    const draft = join(workspace.path, 'backups', '.2026-01-01T00-00-00.000Z-undo.partial');
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'workspace.db'), 'half');
    openWorkspace(workspace.path).close();
    expect(existsSync(draft)).toBe(false);
    expect(storedBackups(workspace.path)).toEqual([]);
  });
});

describe('the limits of backups', () => {
  it('delete the oldest first, with those of earlier versions', async () => {
    const { workspace } = workspaceWithRun();
    // So that copies of the database are small beside the models, and the number is what limits.
    writeFileSync(join(workspace.path, 'models', 'run-1', 'model.safetensors'), Buffer.alloc(2_000_000));
    writeFileSync(join(workspace.path, 'workspace.db.backup-3-1600000000000'), 'copy of an earlier version');
    const names: string[] = [];
    for (let i = 0; i <= BACKUP_LIMITS.count; i++) names.unshift(await backUp(workspace, 'request'));
    expect(storedBackups(workspace.path).map(({ name }) => name)).toEqual([
      ...names,
      'workspace.db.backup-3-1600000000000',
    ]);
    deleteOldBackups(workspace.path);
    expect(storedBackups(workspace.path).map(({ name }) => name)).toEqual(names.slice(0, BACKUP_LIMITS.count));
    expect(existsSync(join(workspace.path, 'workspace.db.backup-3-1600000000000'))).toBe(false);
  });

  it('delete a backup that alone fits if all together are too large, and never the newest', async () => {
    const { workspace, run } = workspaceWithRun();
    const weights = join(run, 'model.safetensors');
    for (const size of [3_000_000, 3_000_000, 10_000]) {
      writeFileSync(`${weights}.new`, Buffer.alloc(size));
      await backUp(workspace, 'request');
      // A model is replaced, not changed: the backup alone has the old one.
      renameSync(`${weights}.new`, weights);
    }
    deleteOldBackups(workspace.path);
    expect(storedBackups(workspace.path).length).toBeGreaterThanOrEqual(1);
    expect(storedBackups(workspace.path).length).toBeLessThan(3);
  });

  it('count only what a backup does not share with the workspace', async () => {
    const { workspace, run } = workspaceWithRun();
    writeFileSync(join(run, 'model.safetensors'), Buffer.alloc(1_000_000));
    await backUp(workspace, 'request');
    const [{ bytes } = { bytes: 0 }] = sizedBackups(workspace.path);
    expect(bytes).toBeLessThan(1_000_000);
    expect(bytes).toBeGreaterThan(10_000);
  });
});

describe('restoring a backup', () => {
  it('brings back data and models, and saves the present state as another backup', async () => {
    const { workspace, run } = workspaceWithRun();
    const { path } = workspace;
    const name = await backUp(workspace, 'request');
    addUser(workspace, 'u2');
    mkdirSync(join(path, 'models', 'run-2'));
    writeFileSync(join(run, 'training.jsonl'), 'changed');
    workspace.close();

    const saved = await restoreBackup(path, name);
    expect(usersOf(join(path, 'workspace.db'))).toEqual(['u1']);
    expect(readdirSync(join(path, 'models'))).toEqual(['run-1']);
    expect(readFileSync(join(run, 'training.jsonl'), 'utf8')).toBe('epoch 1\n');

    await restoreBackup(path, saved);
    expect(usersOf(join(path, 'workspace.db'))).toEqual(['u1', 'u2']);
    expect(readdirSync(join(path, 'models')).sort()).toEqual(['run-1', 'run-2']);
    openWorkspace(path).close();
  });

  it('works where the database cannot be read, or is missing', async () => {
    const { workspace } = workspaceWithRun();
    const { path } = workspace;
    const name = await backUp(workspace, 'request');
    workspace.close();
    writeFileSync(join(path, 'workspace.db'), 'damaged '.repeat(1000));
    const saved = await restoreBackup(path, name);
    expect(usersOf(join(path, 'workspace.db'))).toEqual(['u1']);
    expect(readFileSync(join(path, 'backups', saved, 'workspace.db'), 'utf8')).toContain('damaged');
    openWorkspace(path).close();
    rmSync(join(path, 'workspace.db'));
    await restoreBackup(path, name);
    expect(usersOf(join(path, 'workspace.db'))).toEqual(['u1']);
  });

  it('brings back the copy that an earlier version made before a migration, and leaves the models', async () => {
    const { workspace } = workspaceWithRun();
    const { path, db } = workspace;
    db.prepare('VACUUM INTO ?').run(join(path, 'workspace.db.backup-3-1600000000000'));
    addUser(workspace, 'u2');
    workspace.close();
    await restoreBackup(path, 'workspace.db.backup-3-1600000000000');
    expect(usersOf(join(path, 'workspace.db'))).toEqual(['u1']);
    expect(readdirSync(join(path, 'models'))).toEqual(['run-1']);
  });

  it('is refused for a workspace that is open, and for a name that is not that of a backup', async () => {
    const { workspace } = workspaceWithRun();
    const name = await backUp(workspace, 'request');
    await expect(restoreBackup(workspace.path, name)).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    workspace.close();
    for (const bad of ['../models', '', `${name}/../${name}`])
      await expect(restoreBackup(workspace.path, bad)).rejects.toMatchObject({ code: 'BACKUP_NOT_FOUND' });
  });
});

it('a scheduled backup is due when the newest backup is a day or a week old', async () => {
  const { workspace } = workspaceWithRun();
  const hours = 3_600_000;
  const now = Date.now();
  expect(isBackupDue(workspace, now)).toBe(false);
  setBackupSchedule(workspace.db, 'daily');
  expect(isBackupDue(workspace, now)).toBe(true);
  await backUp(workspace, 'undo');
  expect([23, 25].map((age) => isBackupDue(workspace, Date.now() + age * hours))).toEqual([false, true]);
  setBackupSchedule(workspace.db, 'weekly');
  expect([167, 169].map((age) => isBackupDue(workspace, Date.now() + age * hours))).toEqual([false, true]);
});

function openSecond(path: string) {
  const db = new Database(join(path, 'workspace.db'));
  db.pragma('journal_mode = WAL');
  return db;
}
