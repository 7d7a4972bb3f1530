import fs, { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { undoJob } from '../../../../electron/engine/ingest/undo/undo-job.ts';
import { applyMigrations, latestSchema } from '../../../../electron/engine/store/migrate.ts';
import { storeError } from '../../../../electron/engine/store/store-error.ts';
import { openWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { errorShape } from '../../../../shared/errors.ts';
import { testFolder } from '../../../support/folder.ts';
import { fillShop, testWorkspace } from '../../../support/shop.ts';
import { recordingContext } from '../../train/context.ts';

/** From now on until the test ends there is no room for another directory entry. */
function fillDisk(): void {
  const { linkSync } = fs;
  fs.linkSync = () => {
    throw Object.assign(new Error('ENOSPC: no space left on device, link'), { code: 'ENOSPC' });
  };
  syncBuiltinESMExports();
  onTestFinished(() => {
    fs.linkSync = linkSync;
    syncBuiltinESMExports();
  });
}

function addModel(path: string): void {
  mkdirSync(join(path, 'models', 'run-1'), { recursive: true });
  writeFileSync(join(path, 'models', 'run-1', 'model.safetensors'), 'weights');
}

it('a migration whose backup finds the disk full changes nothing', () => {
  const path = join(testFolder(), 'old.portrait');
  addModel(path);
  const db = new Database(join(path, 'workspace.db'));
  db.pragma('application_id = 0x506f7274');
  applyMigrations(db, latestSchema - 1);
  db.close();
  fillDisk();
  expect(() => openWorkspace(path)).toThrow(expect.objectContaining({ code: 'DISK_FULL' }));
  const after = new Database(join(path, 'workspace.db'), { readonly: true });
  expect(after.pragma('user_version', { simple: true })).toBe(latestSchema - 1);
  after.close();
  expect(readdirSync(join(path, 'backups'))).toEqual([]);
});

it('an undo whose backup finds the disk full changes nothing', async () => {
  const workspace = testWorkspace();
  addModel(workspace.path);
  fillShop(workspace, { events: [{ user: 'u1', time: 0, action: 'view', item: 'tea' }] });
  workspace.db.prepare("UPDATE imports SET before = '{}'").run();
  fillDisk();
  const undo = undoJob({ import: 1, andLater: false }, recordingContext(workspace).context);
  const error = await undo.catch((reason: unknown) => errorShape(storeError(reason, workspace.path)));
  expect(error).toMatchObject({ code: 'DISK_FULL', hint: expect.stringContaining('Free up disk space') });
  expect(workspace.db.prepare('SELECT count(*) FROM events').pluck().get()).toBe(1);
  expect(readdirSync(join(workspace.path, 'backups'))).toEqual([]);
  expect(readFileSync(join(workspace.path, 'models', 'run-1', 'model.safetensors'), 'utf8')).toBe('weights');
});
