import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { storedBackups } from '../../../electron/engine/store/backups/list-backups.ts';
import { latestSchema } from '../../../electron/engine/store/migrate.ts';
import { createWorkspace, openWorkspace } from '../../../electron/engine/store/workspace.ts';
import { type CheckReport, isSound } from '../../../shared/domain/finding.ts';
import { errorShape } from '../../../shared/errors.ts';
import { testEngine } from '../../support/engine.ts';
import { testFolder } from '../../support/folder.ts';
import { addMap, fillShop } from '../../support/shop.ts';
import { trainedShop } from '../../support/trained-shop.ts';

const check = (path: string, repair = false) => testEngine().client.call('workspace.checkClosed', { path, repair });
const brief = ({ findings }: CheckReport) =>
  findings.map(({ code, params, repair }) => `${code} ${Object.values(params).join(' ')} ${repair}`.replace('  ', ' '));

/** A closed workspace with one user, changed by `change`. */
function closedWorkspace(change: (path: string, db: Database.Database) => void = () => {}): string {
  const workspace = createWorkspace(join(testFolder(), 'shop.portrait'));
  fillShop(workspace, { events: [{ user: 'u1', time: 0, action: 'view', item: 'tea' }] });
  workspace.db.pragma('foreign_keys = OFF');
  change(workspace.path, workspace.db);
  workspace.close();
  chmodSync(join(workspace.path, 'workspace.lock'), 0o600);
  for (const name of ['models', 'jobs', 'exports']) chmodSync(join(workspace.path, name), 0o700);
  return workspace.path;
}

describe('the check of a workspace', () => {
  it('finds nothing in a sound one, and says how large its parts are', async () => {
    const { engine, client: trained } = await trainedShop();
    const { path } = engine.workspace();
    const open = await trained.run('workspace.check', {});
    expect(brief(open)).toEqual([]);
    await trained.call('workspace.close', {});
    const report = await check(path);
    expect({ sound: isSound(report), findings: brief(report) }).toEqual({ sound: true, findings: [] });
    expect(report.sizes.database).toBeGreaterThan(100_000);
    expect(report.sizes.models).toBeGreaterThan(10_000);
    expect(report.sizes).toMatchObject({ exports: 0, backups: 0 });
  });

  it.each([
    ['missing', (file: string) => rmSync(file), ['database-missing impossible']],
    ['empty', (file: string) => writeFileSync(file, ''), ['database-empty impossible']],
    [
      'no database',
      (file: string) => writeFileSync(file, 'x'.repeat(5000)),
      ['database-damaged file is not a database impossible'],
    ],
    [
      'of another program',
      (file: string) => statements(file, 'PRAGMA application_id = 1'),
      ['database-foreign impossible'],
    ],
    ['without a table', (file: string) => statements(file, 'DROP TABLE scores'), ['schema-differs impossible']],
    [
      'newer',
      (file: string) => statements(file, 'PRAGMA user_version = 999'),
      [`schema-newer 999 ${latestSchema} impossible`],
    ],
  ])('says that the database is %s, and repairs nothing', async (_what, damage, expected) => {
    const path = closedWorkspace();
    damage(join(path, 'workspace.db'));
    const report = await check(path, true);
    expect({ sound: isSound(report), findings: brief(report) }).toEqual({ sound: false, findings: expected });
    expect(existsSync(join(path, 'backups'))).toBe(false);
  });

  it('finds a page of the database that is overwritten', async () => {
    const path = closedWorkspace((_path, db) => {
      db.exec(`INSERT INTO users (name) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
        SELECT 'user ' || i FROM n`);
    });
    const file = openSync(join(path, 'workspace.db'), 'r+');
    writeSync(file, Buffer.alloc(4096 * 8, 7), 0, 4096 * 8, statSync(join(path, 'workspace.db')).size - 4096 * 10);
    closeSync(file);
    expect((await check(path)).findings).toMatchObject([{ code: 'database-damaged', repair: 'impossible' }]);
  });

  it('removes rows that refer to nothing after a backup, and only the reference where it is optional', async () => {
    const path = closedWorkspace((_path, db) => {
      db.exec("INSERT INTO map_points VALUES ('map-9', 1, 0, 0, 0)");
      db.exec('UPDATE events SET category = 77');
    });
    const found = await check(path);
    expect(brief(found).sort()).toEqual(
      ['dangling-rows 1 map_points all_maps possible', 'dangling-rows 1 events categories possible'].sort(),
    );
    const repaired = await check(path, true);
    expect({ sound: isSound(repaired), repairs: repaired.findings.map(({ repair }) => repair) }).toEqual({
      sound: true,
      repairs: ['done', 'done'],
    });
    const { db, close } = opened(path);
    expect(db.prepare('SELECT count(*) FROM map_points').pluck().get()).toBe(0);
    expect(db.prepare('SELECT category FROM events').pluck().all()).toEqual([null]);
    close();
    expect(storedBackups(path)).toMatchObject([{ reason: 'repair' }]);
    const backup = new Database(storedBackups(path)[0]!.database, { readonly: true });
    expect(backup.prepare('SELECT count(*) FROM map_points').pluck().get()).toBe(1);
    backup.close();
  });

  it('finds runs without a folder and folders without a run; removes the former, moves the latter aside', async () => {
    const path = closedWorkspace((folder, db) => {
      db.exec("INSERT INTO all_runs (id, created, config, summary) VALUES ('run-1', 0, '{}', '{}')");
      for (const name of ['run-2', 'run-3/checkpoints', 'notes'])
        mkdirSync(join(folder, 'models', name), { recursive: true, mode: 0o700 });
      writeFileSync(join(folder, 'models', 'run-3', 'checkpoints', 'last.safetensors'), '', { mode: 0o600 });
    });
    const found = ['run-without-folder run-1', 'folder-without-run notes', 'folder-without-run run-2'];
    expect(brief(await check(path))).toEqual(found.map((text) => `${text} possible`));
    expect(brief(await check(path, true))).toEqual(found.map((text) => `${text} done`));
    expect(readdirSync(join(path, 'models'))).toEqual(['run-3']);
    expect(readdirSync(join(path, 'damaged')).sort()).toEqual(['notes', 'run-2']);
  });

  it('does not remove a run on whose map a segment was selected, and names segments without a map', async () => {
    const path = closedWorkspace((folder, db) => {
      addMap({ path: folder, db, close() {} }, 'map-1', [{ user: 'u1', x: 0, y: 0, cluster: 0 }]);
      const add = db.prepare('INSERT INTO segments (name, created, definition, size) VALUES (?, 0, ?, 0)');
      add.run('Here', JSON.stringify({ cluster: { map: 'map-1', cluster: 0 } }));
      add.run('Gone', JSON.stringify({ cluster: { map: 'map-8', cluster: 0 } }));
      add.run('Ruled', JSON.stringify({ rule: { not: { map: 'map-9', cluster: 0 } } }));
    });
    const expected = [
      'segment-without-map Gone map-8 impossible',
      'segment-without-map Ruled map-9 impossible',
      'run-without-folder run-1 impossible',
    ];
    expect(brief(await check(path, true))).toEqual(expected);
  });

  it.each([
    ['config.json', '{}'],
    ['vocabulary.json', 'not JSON'],
    ['run.json', '[]'],
    ['training.jsonl', '{"epoch": "one"}\n'],
    ['model.safetensors', 'too short'],
  ])('finds a damaged %s, and moves the run aside', async (file, content) => {
    const { engine, client: trained, run } = await trainedShop();
    const { path } = engine.workspace();
    await trained.call('workspace.close', {});
    writeFileSync(join(path, 'models', run, file), content);
    expect(brief(await check(path))).toEqual([`run-damaged ${run} ${file} possible`]);
    expect(brief(await check(path, true))).toEqual([`run-damaged ${run} ${file} done`]);
    expect(readdirSync(join(path, 'damaged'))).toEqual([run]);
    await trained.call('workspace.open', { path });
    expect((await trained.call('train.runs', {})).runs).toEqual([]);
    expect(storedBackups(path)).toMatchObject([{ reason: 'repair' }]);
  });

  it('moves job records aside that cannot be read, deletes half files, and withdraws permissions', async () => {
    const path = closedWorkspace((folder) => {
      const privately = { mode: 0o700, recursive: true };
      for (const name of ['jobs/job-1', 'jobs/job-7', 'temporary', 'backups/.x.partial'])
        mkdirSync(join(folder, name), privately);
      writeFileSync(join(folder, 'jobs', 'job-7', 'job.json'), '{}', { mode: 0o600 });
      writeFileSync(join(folder, 'temporary', 'copy.csv'), 'a,b', { mode: 0o600 });
      writeFileSync(join(folder, 'backups', '.x.partial', 'workspace.db'), '', { mode: 0o600 });
      writeFileSync(join(folder, 'exports', '.users.csv.partial'), 'half', { mode: 0o600 });
      writeFileSync(join(folder, 'exports', 'users.csv'), 'whole');
      chmodSync(join(folder, 'exports', 'users.csv'), 0o644);
    });
    const found = [
      'job-damaged job-1',
      'job-damaged job-7',
      'half-file backups/.x.partial',
      'half-file exports/.users.csv.partial',
      'half-file temporary/copy.csv',
      'permissions-wide 1 exports/users.csv',
    ];
    expect(brief(await check(path)).sort()).toEqual(found.map((text) => `${text} possible`).sort());
    const repaired = await check(path, true);
    expect(brief(repaired).sort()).toEqual(found.map((text) => `${text} done`).sort());
    expect(readdirSync(join(path, 'exports'))).toEqual(['users.csv']);
    expect(statSync(join(path, 'exports', 'users.csv')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(path, 'damaged')).sort()).toEqual(['job-1', 'job-7']);
    expect(brief(await check(path))).toEqual([]);
  });

  it('mentions that a folder is shared, which may be intended, and leaves it', async () => {
    const path = closedWorkspace();
    chmodSync(path, 0o750);
    const report = await check(path, true);
    expect({ sound: isSound(report), findings: brief(report) }).toEqual({
      sound: true,
      findings: ['workspace-shared 750 impossible'],
    });
    expect(statSync(path).mode & 0o777).toBe(0o750);
  });

  it('leaves the files of an open workspace that may still be being written', async () => {
    const { engine, client: trained } = await trainedShop();
    const { path } = engine.workspace();
    writeFileSync(join(path, 'exports', '.users.csv.partial'), 'being written');
    expect(brief(await trained.run('workspace.repair', {}))).toEqual([]);
    expect(existsSync(join(path, 'exports', '.users.csv.partial'))).toBe(true);
  });

  it('is refused while another process has the workspace open, and where there is none', async () => {
    const workspace = openWorkspace(closedWorkspace());
    expect(await check(workspace.path).catch(errorShape)).toMatchObject({ code: 'WORKSPACE_IN_USE' });
    workspace.close();
    const moved = `${workspace.path}-moved`;
    renameSync(workspace.path, moved);
    expect(await check(workspace.path).catch(errorShape)).toMatchObject({ code: 'WORKSPACE_NOT_FOUND' });
  });
});

function statements(file: string, sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}

function opened(path: string) {
  const workspace = openWorkspace(path);
  return { db: workspace.db, close: () => workspace.close() };
}
