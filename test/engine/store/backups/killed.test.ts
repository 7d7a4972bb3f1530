import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { storedBackups } from '../../../../electron/engine/store/backups/list-backups.ts';
import { backUp } from '../../../../electron/engine/store/backups/make-backup.ts';
import { type OpenWorkspace, openWorkspace } from '../../../../electron/engine/store/workspace.ts';
import { Spawned } from '../../../cli/portrait.ts';
import { testFolder } from '../../../support/folder.ts';
import { testWorkspace } from '../../../support/shop.ts';

const child = fileURLToPath(new URL('child.ts', import.meta.url));
const killer = fileURLToPath(new URL('kill-at.ts', import.meta.url));

function addUserAndRun({ db, path }: OpenWorkspace, number: number): void {
  db.prepare('INSERT INTO users (name) VALUES (?)').run(`u${number}`);
  const run = join(path, 'models', `run-${number}`);
  mkdirSync(run);
  writeFileSync(join(run, 'model.safetensors'), `weights ${number}`);
}

/** A workspace with a backup of one user and one run, to which a second of each has been added since. */
async function preparedWorkspace() {
  const workspace = testWorkspace();
  addUserAndRun(workspace, 1);
  const backup = await backUp(workspace, 'request');
  addUserAndRun(workspace, 2);
  workspace.close();
  return { path: workspace.path, backup };
}

/** Number of users and names of the runs' folders, after opening a workspace. */
function contentOf(path: string): string {
  const workspace = openWorkspace(path);
  const users = workspace.db.prepare('SELECT count(*) FROM users').pluck().get();
  workspace.close();
  return `${users} users, ${readdirSync(join(path, 'models')).sort().join(', ')}`;
}
const BEFORE = '2 users, run-1, run-2';
const RESTORED = '1 users, run-1';

/** Runs the child once to its end, and then kills it before each of its calls that change the file system. */
async function atEachMoment(path: string, args: readonly string[], check: (copy: string) => void): Promise<number> {
  const run = async (killAt: number | null) => {
    const copy = join(testFolder(), 'shop.portrait');
    cpSync(path, copy, { recursive: true });
    const env = killAt === null ? {} : { KILL_AT: String(killAt) };
    const process = new Spawned([copy, ...args], { file: child, nodeArgs: ['--import', killer], env });
    const { code, stdout, stderr } = await process.completion;
    expect({ code, stderr }).toEqual({ code: killAt === null ? 0 : null, stderr: '' });
    check(copy);
    return Number(stdout);
  };
  const calls = await run(null);
  for (let call = 1; call <= calls; call++) await run(call);
  return calls;
}

it('a process that is killed at any moment of a backup leaves a workspace that opens, and no half backup', {
  timeout: 120_000,
}, async () => {
  const { path } = await preparedWorkspace();
  const calls = await atEachMoment(path, [], (copy) => {
    expect(contentOf(copy)).toBe(BEFORE);
    for (const { models } of storedBackups(copy)) expect(readdirSync(models!).length).toBeGreaterThan(0);
    expect(readdirSync(join(copy, 'backups')).filter((name) => name.startsWith('.'))).toEqual([]);
  });
  expect(calls).toBeGreaterThan(5);
});

it('a process that is killed at any moment of a restoration leaves the state before or the restored one, never a mixture', {
  timeout: 240_000,
}, async () => {
  const { path, backup } = await preparedWorkspace();
  const contents: string[] = [];
  await atEachMoment(path, [backup], (copy) => {
    const content = contentOf(copy);
    contents.push(content);
    expect([BEFORE, RESTORED]).toContain(content);
    const isSaved = storedBackups(copy).some(({ reason }) => reason === 'restore');
    if (content === RESTORED) expect(isSaved).toBe(true);
    expect(readdirSync(copy).filter((name) => name.includes('restoration'))).toEqual([]);
  });
  expect(new Set(contents).size).toBe(2);
});
