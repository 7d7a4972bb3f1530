import { spawnSync } from 'node:child_process';
import {
  chmodSync,
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
import { describe, expect, it, onTestFinished } from 'vitest';
import { storedBackups } from '../../../electron/engine/store/backups/list-backups.ts';
import { events } from '../../../electron/engine/store/migrations/001-events.ts';
import { storeError } from '../../../electron/engine/store/store-error.ts';
import { attachWorkspace, createWorkspace, openWorkspace } from '../../../electron/engine/store/workspace.ts';
import { testFolder } from '../../support/folder.ts';

const moduleUrl = new URL('../../../electron/engine/store/workspace.ts', import.meta.url).href;

function newWorkspace(): string {
  const path = join(testFolder(), 'shop.portrait');
  createWorkspace(path).close();
  return path;
}

function change(path: string, statements: string): void {
  const db = new Database(join(path, 'workspace.db'));
  db.pragma('foreign_keys = OFF');
  db.exec(statements);
  db.close();
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
    const [backup] = storedBackups(path);
    expect(new Database(backup!.database).prepare('SELECT name FROM users').all()).toEqual([{ name: 'u1' }]);
  });

  it('that is damaged or not a workspace is refused unchanged', () => {
    for (const bytes of ['not a database, but long enough to be read as the header of one'.repeat(20)]) {
      const path = newWorkspace();
      writeFileSync(join(path, 'workspace.db'), bytes);
      expect(() => openWorkspace(path)).toThrow(expect.objectContaining({ code: 'WORKSPACE_DAMAGED' }));
      expect(readFileSync(join(path, 'workspace.db'), 'utf8')).toBe(bytes);
    }
  });

  it.each([
    ['without a version', 'CREATE TABLE notes (text)'],
    ['with a version', 'CREATE TABLE notes (text); PRAGMA user_version = 1'],
    ['with a negative version', 'CREATE TABLE notes (text); PRAGMA user_version = -5'],
    ['with an id of its own', 'PRAGMA application_id = 1'],
    ['without tables, but with a version', 'PRAGMA user_version = 3'],
  ])('is not created from a database of another program %s', (_what, statements) => {
    const path = join(testFolder(), 'foreign.portrait');
    mkdirSync(path);
    const db = new Database(join(path, 'workspace.db'));
    db.exec(statements);
    db.close();
    const before = readFileSync(join(path, 'workspace.db'));
    expect(() => openWorkspace(path)).toThrow(expect.objectContaining({ code: 'NOT_A_WORKSPACE' }));
    expect(readFileSync(join(path, 'workspace.db'))).toEqual(before);
  });

  it('without an application id is recognised by its tables', () => {
    const path = newWorkspace();
    change(path, 'PRAGMA application_id = 0');
    openWorkspace(path).close();
    const id = new Database(join(path, 'workspace.db')).pragma('application_id', { simple: true });
    expect(id).toBe(0x506f7274);
  });

  it.each([
    ['has a version before its tables', 'PRAGMA user_version = 3'],
    ['has version 0', 'PRAGMA user_version = 0'],
    ['has a negative version', 'PRAGMA user_version = -5'],
    ['lacks a table', 'DROP TABLE rejected_rows'],
    ['lacks a column', 'ALTER TABLE imports DROP COLUMN seconds'],
  ])('whose database %s is damaged, and no backup of it is made', (_what, statements) => {
    const path = newWorkspace();
    change(path, statements);
    for (let attempt = 0; attempt < 3; attempt++)
      expect(() => openWorkspace(path)).toThrow(expect.objectContaining({ code: 'WORKSPACE_DAMAGED' }));
    expect(readdirSync(path).filter((name) => name.includes('backup'))).toEqual([]);
  });

  it('whose database was emptied or deleted is damaged, and is not created again', () => {
    const path = newWorkspace();
    mkdirSync(join(path, 'models/run-1'));
    writeFileSync(join(path, 'workspace.db'), '');
    expect(() => openWorkspace(path)).toThrow(expect.objectContaining({ code: 'WORKSPACE_DAMAGED' }));
    expect(statSync(join(path, 'workspace.db')).size).toBe(0);
    rmSync(join(path, 'workspace.db'));
    expect(() => createWorkspace(path)).toThrow(expect.objectContaining({ code: 'WORKSPACE_DAMAGED' }));
    expect(existsSync(join(path, 'workspace.db'))).toBe(false);
  });

  it('with a file in place of a folder is damaged', () => {
    for (const name of ['jobs', 'models', 'exports']) {
      const path = newWorkspace();
      rmSync(join(path, name), { recursive: true });
      writeFileSync(join(path, name), '');
      expect(() => openWorkspace(path)).toThrow(expect.objectContaining({ code: 'WORKSPACE_DAMAGED' }));
    }
  });

  it('that was moved while it is open gets no second connection, and no folder at its old path', () => {
    const path = newWorkspace();
    const workspace = openWorkspace(path);
    renameSync(path, `${path}.moved`);
    expect(() => attachWorkspace(path)).toThrow(expect.objectContaining({ code: 'WORKSPACE_MOVED' }));
    workspace.close();
    expect(existsSync(path)).toBe(false);
    openWorkspace(`${path}.moved`).close();
  });

  it('cannot have a name that the file system refuses', () => {
    const file = join(testFolder(), 'a file');
    writeFileSync(file, '');
    for (const path of [join(testFolder(), 'x'.repeat(300)), file, join(file, 'shop.portrait')])
      expect(() => createWorkspace(path)).toThrow(expect.objectContaining({ code: 'WORKSPACE_NAME_REFUSED' }));
  });

  it('is accessible to its owner only, whatever the umask', () => {
    const before = process.umask(0);
    onTestFinished(() => void process.umask(before));
    const workspace = createWorkspace(join(testFolder(), 'shop.portrait'));
    workspace.db.exec("INSERT INTO users (name) VALUES ('u1')");
    const modes = [
      '',
      'models',
      'jobs',
      'exports',
      'workspace.db',
      'workspace.db-wal',
      'workspace.db-shm',
      'workspace.lock',
    ];
    const permissions = modes.map(
      (name) => `${name} ${(statSync(join(workspace.path, name)).mode & 0o777).toString(8)}`,
    );
    workspace.close();
    expect(permissions).toEqual([
      ' 700',
      'models 700',
      'jobs 700',
      'exports 700',
      'workspace.db 600',
      'workspace.db-wal 600',
      'workspace.db-shm 600',
      'workspace.lock 600',
    ]);
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

  it.each([
    // Less than 32 KiB free, which the index of the write-ahead log needs.
    ['SQLITE_IOERR_SHMSIZE', 'DISK_FULL'],
    ['SQLITE_IOERR_READ', 'DISK_ERROR'],
    ['SQLITE_IOERR_FSYNC', 'DISK_ERROR'],
  ])('answers an error of the disk, %s, with %s', (sqliteCode, code) => {
    const error = storeError(new Database.SqliteError('disk I/O error', sqliteCode), newWorkspace());
    expect(error).toMatchObject({ code });
  });
});

/** Opens the workspace in another process and runs `then` there; returns the error code (empty if it opened). */
function openElsewhere(path: string, then = ''): string {
  const script = `import(${JSON.stringify(moduleUrl)})
    .then((store) => { globalThis.held = store.openWorkspace(${JSON.stringify(path)}); ${then} })
    .catch((error) => process.stdout.write(error.code))`;
  return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout;
}
