import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { portrait, portraitJson } from './portrait.ts';

const ESCAPE = '\u001B]52;c;aGk=\u0007';

/** Creates a workspace with an action and a column whose names are terminal escapes, and a segment of all users. */
async function shop() {
  const folder = testFolder();
  const path = join(folder, 'shop.portrait');
  await portraitJson('new', path);
  const file = join(folder, 'events.ndjson');
  const events = ['u1', 'u2'].map((user, i) => ({ user, time: 1_700_000_000 + i, action: `buy${ESCAPE}`, item: 'x' }));
  writeFileSync(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  await portraitJson('import', path, file);
  await portraitJson('segment', path, '--name', `all${ESCAPE}`, '--where', 'events > 0');
  return { folder, path };
}

describe('names with terminal escapes', () => {
  it('are shown with visible characters, and are unchanged in JSON', async () => {
    const { path } = await shop();
    const { stdout } = await portrait('info', path);
    expect(stdout).toContain('buy␛]52;c;aGk=␇');
    expect(stdout).toContain('all␛]52;c;aGk=␇');
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u);
    const failed = await portrait('segment', path, '--name', 'x', '--where', `"no${ESCAPE}" = 1`);
    expect(failed.stderr).toContain('no␛]52;c;aGk=␇');
    expect(failed.stderr).not.toMatch(/(?!\n)\p{Cc}/u);
    expect((await portraitJson('info', path)).json.actions).toEqual({ [`buy${ESCAPE}`]: 2 });
  });
});

describe('names of the members of an object', () => {
  it('are printed with their values, as text and as JSON', async () => {
    const { folder, path } = await shop();
    const users = join(folder, 'users.csv');
    writeFileSync(users, 'user,constructor,__proto__\nu1,of work,of u1\n');
    await portraitJson('import', path, users, '--map', 'user=user,attributes=constructor|__proto__');
    const { stdout } = await portrait('profile', path, '--user', 'u1');
    expect(stdout).toMatch(/ {2}__proto__ +of u1\n {2}constructor +of work\n/);
    const { stdout: json } = await portrait('profile', path, '--user', 'u1', '--json');
    expect(json).toContain('"attributes":{"__proto__":"of u1","constructor":"of work"}');
  });
});

describe('export --out', () => {
  it('replaces no file of the workspace, and any other only with --force', async () => {
    const { folder, path } = await shop();
    const database = readFileSync(join(path, 'workspace.db'));
    const exported = (out: string, ...more: string[]) =>
      portraitJson('export', path, '--segment', `all${ESCAPE}`, '--out', out, ...more);
    const refused = await exported(join(path, 'workspace.db'), '--force');
    expect(refused).toMatchObject({ code: 1, json: { error: { code: 'PATH_REFUSED' } } });
    expect(readFileSync(join(path, 'workspace.db')).equals(database)).toBe(true);
    const out = join(folder, 'notes.txt');
    writeFileSync(out, 'my notes');
    expect(await exported(out)).toMatchObject({ code: 1, json: { error: { code: 'FILE_EXISTS' } } });
    expect(readFileSync(out, 'utf8')).toBe('my notes');
    expect(await exported(out, '--force')).toMatchObject({ code: 0, json: { rows: 2, file: out } });
    expect(await exported(out)).toMatchObject({ code: 0 });
  });
});
