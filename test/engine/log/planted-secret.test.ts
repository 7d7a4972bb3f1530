import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { databaseFile } from '../../../electron/engine/store/workspace.ts';
import { testEngine } from '../../support/engine.ts';
import { testFolder } from '../../support/folder.ts';
import { logEntries, logFile, logText } from './log-entries.ts';

const SECRET = 'planted-secret';
const ERROR = 50;

/** An engine that logs everything, with a workspace whose name, data, rules and files contain the secret. */
async function secretShop() {
  vi.stubEnv('PORTRAIT_DEBUG', 'trace');
  onTestFinished(() => void vi.unstubAllEnvs());
  const { client, home, engine } = testEngine();
  const { path } = await client.call('workspace.create', { path: join(home, `${SECRET}.portrait`) });
  const file = join(testFolder(), `${SECRET}.csv`);
  const rows = Array.from(
    { length: 40 },
    (_, i) => `${SECRET}-${i % 8},2026-01-0${1 + (i % 9)},view,${SECRET}-${i % 5}`,
  );
  writeFileSync(file, ['user,time,action,item', ...rows, `${SECRET},never,view,${SECRET}`].join('\n'));
  await client.run('ingest.run', { files: [{ file }] });
  return { client, engine, home, path, file };
}

/** Adds a trigger to a table with which inserting a row fails with an unexpected error that names the secret. */
function failOnInsert(path: string, table: string): void {
  const db = new Database(databaseFile(path));
  db.exec(`CREATE TRIGGER fails BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, '${SECRET}'); END`);
  db.close();
}

describe('a secret in a user’s data', () => {
  it('appears in no entry of the log, at any level, whether calls succeed or fail', async () => {
    const { client, home, path } = await secretShop();
    await client.call('profile.user', { user: SECRET }).catch(() => {});
    for (const rule of [`"${SECRET}" = 1`, `viewed "${SECRET}`, `${SECRET} (`]) {
      await client.call('segment.preview', { definition: { rule } }).catch(() => {});
    }
    await client.run('ingest.run', { files: [{ file: join(home, `${SECRET}-missing.csv`) }] }).catch(() => {});
    await client.call('workspace.open', { path: `${path}-elsewhere` }).catch(() => {});
    expect(logText(home)).toContain('ingest.run');
    expect(logText(home)).not.toContain(SECRET);
  });

  it('does not appear in the entry of an unexpected error of a query, which has its stack', async () => {
    const { client, home, path } = await secretShop();
    failOnInsert(path, 'segments');
    const definition = { rule: 'events > 0' };
    const failure = await client.call('segment.create', { name: SECRET, definition }).catch((error) => error);
    expect(failure).toMatchObject({ code: 'INTERNAL', hint: expect.stringContaining(logFile(home)) });
    const entry = logEntries(home).find(({ level }) => level === ERROR);
    expect(entry).toMatchObject({ method: 'segment.create', errors: [{ name: 'SqliteError', message: null }] });
    expect(entry!.errors[0]!.frames.join()).toContain('segments.ts');
    expect(logText(home)).not.toContain(SECRET);
  });

  it('does not appear in the entry of a damaged value, which has its cause', async () => {
    const { client, home, path } = await secretShop();
    const db = new Database(databaseFile(path));
    db.prepare('UPDATE imports SET report = ?').run(`{${SECRET}`);
    db.close();
    const { imports } = await client.call('ingest.imports', {});
    const failure = await client.call('ingest.report', { import: imports[0]!.import }).catch((error) => error);
    expect(failure).toMatchObject({ code: 'WORKSPACE_DAMAGED' });
    expect(JSON.stringify(failure)).not.toContain(SECRET);
    const entry = logEntries(home).find(({ level }) => level === ERROR);
    expect(entry).toMatchObject({
      method: 'ingest.report',
      errors: [{ code: 'WORKSPACE_DAMAGED' }, { name: 'SyntaxError', message: null }],
    });
    expect(entry!.errors[1]!.frames.join()).toContain('import-reports.ts');
    expect(logText(home)).not.toContain(SECRET);
  });

  it('does not appear in the entry of an SQL error of a job, whose reply names the log', async () => {
    const { client, home, path } = await secretShop();
    failOnInsert(path, 'all_runs');
    const failure = await client.run('train.start', { config: { epochs: 1, width: 8, layers: 1 } }).catch((e) => e);
    expect(failure).toMatchObject({ code: 'INTERNAL', hint: expect.stringContaining(logFile(home)) });
    const entry = logEntries(home).find(({ level }) => level === ERROR);
    expect(entry).toMatchObject({ method: 'train.start', job: expect.stringMatching(/^job-\d+$/) });
    expect(entry!.errors[0]).toMatchObject({ name: 'SqliteError', code: 'SQLITE_CONSTRAINT_TRIGGER' });
    expect(entry!.errors[0]!.frames.length).toBeGreaterThan(2);
    expect(logText(home)).not.toContain(SECRET);
  });

  it('does not appear in the diagnostics', async () => {
    const { client } = await secretShop();
    expect(JSON.stringify(await client.call('diagnostics.get', {}))).not.toContain(SECRET);
  });
});
