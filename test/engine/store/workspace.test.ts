import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { events } from '../../../electron/engine/store/migrations/001-events.ts';
import { storeError } from '../../../electron/engine/store/store-error.ts';
import { createWorkspace, openWorkspace } from '../../../electron/engine/store/workspace.ts';
import { testFolder } from '../../support/folder.ts';

const moduleUrl = new URL('../../../electron/engine/store/workspace.ts', import.meta.url).href;

function newWorkspace(): string {
  const path = join(testFolder(), 'shop.portrait');
  createWorkspace(path).close();
  return path;
}

describe('a workspace', () => {
  it('is created, closed and opened again', () => {
    const workspace = openWorkspace(newWorkspace());
    expect(workspace.db.prepare('SELECT count(*) n FROM events').get()).toEqual({ n: 0 });
    workspace.close();
  });

  it('is not created over an existing one', () => {
    const path = newWorkspace();
    expect(() => createWorkspace(path)).toThrow(expect.objectContaining({ code: 'WORKSPACE_EXISTS' }));
  });

  it('is reported missing if there is none', () => {
    expect(() => openWorkspace(join(testFolder(), 'none'))).toThrow(
      expect.objectContaining({ code: 'WORKSPACE_NOT_FOUND' }),
    );
  });

  it('cannot be opened by a second process until the first one ends', () => {
    const path = newWorkspace();
    const holder = openWorkspace(path);
    expect(openElsewhere(path)).toBe('WORKSPACE_IN_USE');
    holder.close();
    expect(openElsewhere(path, 'process.kill(process.pid, "SIGKILL")')).toBe('');
    openWorkspace(path).close();
  });

  it('of a newer version of Portrait is refused unchanged', () => {
    const path = newWorkspace();
    const db = new Database(join(path, 'workspace.db'));
    db.pragma('user_version = 999');
    db.close();
    expect(() => openWorkspace(path)).toThrow(expect.objectContaining({ code: 'WORKSPACE_NEWER' }));
    expect(new Database(join(path, 'workspace.db')).pragma('user_version', { simple: true })).toBe(999);
  });

  it('of an older version of Portrait is migrated after a backup', () => {
    const path = join(testFolder(), 'old.portrait');
    mkdirSync(path);
    const db = new Database(join(path, 'workspace.db'));
    db.pragma('application_id = 0x506f7274');
    db.exec(events);
    db.exec("INSERT INTO users (name) VALUES ('u1')");
    db.pragma('user_version = 1');
    db.close();
    const workspace = openWorkspace(path);
    expect(workspace.db.prepare('SELECT count(*) n FROM segments').get()).toEqual({ n: 0 });
    workspace.close();
    const backup = readdirSync(path).find((name) => name.startsWith('workspace.db.backup-1'));
    expect(new Database(join(path, backup!)).prepare('SELECT name FROM users').all()).toEqual([{ name: 'u1' }]);
  });

  it('that is damaged or not a workspace is refused unchanged', () => {
    for (const bytes of ['not a database, but long enough to be read as the header of one'.repeat(20)]) {
      const path = newWorkspace();
      writeFileSync(join(path, 'workspace.db'), bytes);
      expect(() => openWorkspace(path)).toThrow(expect.objectContaining({ code: 'WORKSPACE_DAMAGED' }));
      expect(readFileSync(join(path, 'workspace.db'), 'utf8')).toBe(bytes);
    }
    const foreign = join(testFolder(), 'foreign.portrait');
    mkdirSync(foreign);
    const db = new Database(join(foreign, 'workspace.db'));
    db.pragma('user_version = 1');
    db.close();
    expect(() => openWorkspace(foreign)).toThrow(expect.objectContaining({ code: 'WORKSPACE_DAMAGED' }));
  });

  it('that is read-only is refused', () => {
    const path = newWorkspace();
    chmodSync(join(path, 'workspace.db'), 0o444);
    expect(() => openWorkspace(path)).toThrow(expect.objectContaining({ code: 'WORKSPACE_READ_ONLY' }));
  });

  it('on a full disk reports it and keeps its data', () => {
    const workspace = openWorkspace(newWorkspace());
    workspace.db.pragma(`max_page_count = ${Number(workspace.db.pragma('page_count', { simple: true })) + 2}`);
    const insert = workspace.db.prepare('INSERT INTO users (name) VALUES (?)');
    const fill = workspace.db.transaction(() => {
      for (let i = 0; i < 10_000; i++) insert.run(`a user with a rather long name, number ${i}`);
    });
    expect(() => {
      try {
        fill();
      } catch (error) {
        throw storeError(error, workspace.path);
      }
    }).toThrow(expect.objectContaining({ code: 'DISK_FULL' }));
    expect(workspace.db.prepare('SELECT count(*) n FROM users').get()).toEqual({ n: 0 });
    workspace.close();
  });
});

/** Opens the workspace in another process and runs `then` there; returns the error code (empty if it opened). */
function openElsewhere(path: string, then = ''): string {
  const script = `import(${JSON.stringify(moduleUrl)})
    .then((store) => { globalThis.held = store.openWorkspace(${JSON.stringify(path)}); ${then} })
    .catch((error) => process.stdout.write(error.code))`;
  return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout;
}
