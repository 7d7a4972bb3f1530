import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createWorkspace, openWorkspace } from '../../electron/engine/store/workspace.ts';
import { testFolder } from '../support/folder.ts';
import { oneObject, portrait, portraitJson, Spawned } from './portrait.ts';

function newShop(): string {
  const path = join(testFolder(), 'shop.portrait');
  createWorkspace(path).close();
  return path;
}

function file(content: string | Buffer, name = 'events.csv'): string {
  const path = join(testFolder(), name);
  writeFileSync(path, content);
  return path;
}

const CSV = 'user,time,action,item\nu1,2024-01-01 10:00:00,view,i1\n';

/** Runs a command that must fail with exit code 1 and a single error object; returns the error. */
async function failure(...args: string[]) {
  const { code, json } = await portraitJson(...args);
  expect(code).toBe(1);
  expect(Object.keys(json)).toEqual(['error']);
  expect(json.error.message).not.toBe('');
  expect(json.error.hint).not.toBe('');
  return json.error;
}

describe('a failure on the command line', () => {
  it('about a missing workspace names the command that creates one', async () => {
    const path = join(testFolder(), 'none.portrait');
    const error = await failure('import', path, file(CSV));
    expect(error).toMatchObject({ code: 'WORKSPACE_NOT_FOUND', hint: expect.stringContaining('portrait new') });
  });

  it('about a missing, empty or binary file or a folder has a code and leaves the workspace unchanged', async () => {
    const shop = newShop();
    const bad = [
      join(testFolder(), 'none.csv'),
      file(''),
      file(Buffer.from([0, 1, 2, 255, 0, 0, 17, 0])),
      testFolder(),
    ];
    const codes = [];
    for (const path of bad) codes.push((await failure('import', shop, path)).code);
    expect(new Set(codes)).not.toContain('INTERNAL');
    expect((await portraitJson('info', shop)).json).toMatchObject({ events: 0, imports: 0 });
  });

  it('about a mapping of an unknown column names the column', async () => {
    const error = await failure(
      'import',
      newShop(),
      file(CSV),
      '--map',
      'user=customer,time=time,action=action,item=item',
    );
    expect(error.code).not.toBe('INTERNAL');
    expect(error.message).toContain('customer');
  });

  it('has its own code for a workspace that is in use, newer, damaged or read-only', async () => {
    const openShop = newShop();
    const holder = openWorkspace(openShop);
    expect(await failure('info', openShop)).toMatchObject({ code: 'WORKSPACE_IN_USE' });
    holder.close();

    const newer = newShop();
    const db = new Database(join(newer, 'workspace.db'));
    db.pragma('user_version = 999');
    db.close();
    expect(await failure('info', newer)).toMatchObject({ code: 'WORKSPACE_NEWER' });

    const damaged = newShop();
    writeFileSync(join(damaged, 'workspace.db'), 'no database, but long enough for its header'.repeat(20));
    expect(await failure('info', damaged)).toMatchObject({ code: 'WORKSPACE_DAMAGED' });

    const readOnly = newShop();
    chmodSync(join(readOnly, 'workspace.db'), 0o444);
    expect(await failure('info', readOnly)).toMatchObject({ code: 'WORKSPACE_READ_ONLY' });
  });

  it('about a missing earlier step names that step', async () => {
    const shop = newShop();
    expect(await failure('evaluate', shop)).toMatchObject({ code: 'NO_RUN', hint: expect.stringContaining('train') });
    expect((await failure('map', shop)).code).toBe('NO_RUN');
    expect((await failure('train', shop, '--resume')).code).toBe('NOTHING_TO_RESUME');
    expect((await failure('train', shop)).code).toBe('NO_EVENTS');
    expect((await failure('segment', shop, '--name', 'x', '--cluster', '1')).code).toBe('NO_MAP');
    expect((await failure('export', shop, '--segment', 'x')).code).not.toBe('INTERNAL');
  });

  it('about an invalid rule gives the position', async () => {
    const error = await failure('segment', newShop(), '--name', 'x', '--where', 'count(view) >= and');
    expect(error.code).toBe('RULE_SYNTAX');
  });

  it('about invalid settings names them', async () => {
    const shop = newShop();
    expect((await failure('train', shop, '--set', 'epochs=-1')).message).toContain('epochs');
    expect((await failure('train', shop, '--config', file('{"epocs": 3}', 'config.json'))).message).toContain('epocs');
    expect(await failure('train', shop, '--config', file('not json', 'config.json'))).toMatchObject({
      code: 'BAD_CONFIG',
    });
  });

  it('is printed to standard error as a message and a hint, without a stack', async () => {
    const { code, stdout, stderr } = await portrait('info', join(testFolder(), 'none'));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^There is no workspace at .*\nCreate it with "portrait new .*\n$/);
  });
});

describe('bad usage', () => {
  it('exits with 2 and names the mistake', async () => {
    for (const [args, message] of [
      [['conquer'], 'unknown command'],
      [['import'], 'missing required argument'],
      [['info', 'w', '--loud'], 'unknown option'],
      [['train', 'w', '--set', 'epocs=3'], 'epochs'],
      [['segment', 'w', '--name', 'x'], 'exactly one of --where, --cluster and --lasso'],
      [['segment', 'w', '--name', 'x', '--lasso', '0,0 1,1'], 'three points'],
      [['segment', 'w', '--name', 'x', '--where', 'a', '--cluster', '1'], 'exactly one of'],
      [['export', 'w'], 'exactly one of --segment, --profiles and --map'],
      [['import', 'w', 'f', '--repeats', 'maybe'], 'drop'],
      [['serve', '--port', '99999'], 'port'],
      [['map', 'w', '--neighbours', '1'], 'neighbours'],
    ] as const) {
      const { code, stdout, stderr } = await portrait(...args);
      expect([args, code, stdout]).toEqual([args, 2, '']);
      expect(stderr).toContain(message);
    }
    expect(await portraitJson('conquer')).toMatchObject({ code: 2, json: { error: { code: 'USAGE' } } });
  });

  it('does not include help and version, which exit with 0', async () => {
    expect(await portrait('--version')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
    expect((await portrait('help')).stdout).toContain('import [options] <workspace> <files...>');
    expect((await portrait('train', '--help')).code).toBe(0);
  });
});

describe('a version of Node that is too old', () => {
  /** Preloaded script that makes Node report another version before anything else is loaded. */
  const posing = (version: string) =>
    `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`;

  it('is refused with a hint before any native module is loaded', async () => {
    for (const version of ['20.20.2', '22.17.1']) {
      const { code, stderr } = await new Spawned(['info', 'w'], { nodeArgs: ['--import', posing(version)] }).completion;
      expect(code).toBe(1);
      expect(stderr).toContain(`Portrait needs Node.js 22.18 or newer; this is ${version}.`);
      expect(stderr).toContain('npm ci');
    }
    const json = await new Spawned(['info', 'w', '--json'], { nodeArgs: ['--import', posing('18.0.0')] }).completion;
    expect(oneObject(json.stdout, json.stderr)).toMatchObject({ error: { code: 'NODE_TOO_OLD' } });
  });

  it('is distinguished from a newer one', async () => {
    for (const version of ['22.18.0', '26.1.0']) {
      const { code } = await new Spawned(['--version'], { nodeArgs: ['--import', posing(version)] }).completion;
      expect(code).toBe(0);
    }
  });
});
