import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Engine } from '../../../../electron/engine/engine.ts';
import { GrantedPaths } from '../../../../electron/engine/granted-paths.ts';
import { EngineClient } from '../../../../shared/protocol/client.ts';
import { portPair } from '../../../../shared/protocol/port.ts';
import { serve } from '../../../../shared/protocol/server.ts';
import { testFolder } from '../../../support/folder.ts';
import { HEADER, ROWS } from './nasty.ts';

/** A client of a page with an open workspace, and a file that was granted to it. */
async function page() {
  const home = join(testFolder(), 'home');
  mkdirSync(home);
  const files = new GrantedPaths(home);
  const engine = new Engine(files);
  const [near, far] = portPair();
  serve(engine, far);
  const client = new EngineClient(near);
  onTestFinished(async () => {
    client.close();
    await engine.close();
  });
  const { path } = await client.call('workspace.create', { path: 'shop' });
  const secret = join(dirname(home), 'secret.csv');
  writeFileSync(secret, HEADER + ROWS);
  const file = join(home, 'granted.csv');
  writeFileSync(file, `${HEADER}${ROWS}c,never,view,i1,1\n`);
  return { client, home, path, secret, file: files.grant(file) };
}

const refused = { code: 'PATH_REFUSED' };

describe('a page', () => {
  it('cannot read a file that was not granted to it, however the path is written', async () => {
    const { client, home, path, secret, file } = await page();
    symlinkSync(secret, join(home, 'link.csv'));
    const names = [
      secret,
      join(home, 'link.csv'),
      `${file}/../../secret.csv`,
      '../secret.csv',
      `${home}/*.csv`,
      home,
      '/dev/zero',
    ];
    for (const name of [...names, join(path, 'workspace.db'), `file://${secret}`, `${file}\0`]) {
      await expect(client.call('ingest.preview', { file: name }), name).rejects.toMatchObject(refused);
      for (const task of ['ingest.run', 'ingest.examine'] as const) {
        await expect(client.run(task, { files: [{ file }, { file: name }] }), name).rejects.toMatchObject(refused);
      }
      await expect(client.call('ingest.watch', { folder: name }), name).rejects.toMatchObject(refused);
    }
    expect(await client.call('ingest.imports', {})).toEqual({ imports: [] });
    expect(await client.call('ingest.watched', {})).toEqual({ folders: [] });
  });

  it('cannot write a file outside the exports folder', async () => {
    const { client, home, path, file } = await page();
    await client.run('ingest.run', { files: [{ file }] });
    for (const out of ['../workspace.db', file, join(home, 'out.csv'), '../../../out.csv', '.', '..', '/tmp/out.csv']) {
      const written = client.call('ingest.rejectedCsv', { import: 1, out });
      await expect(written, out).rejects.toMatchObject(refused);
    }
    expect(readdirSync(join(path, 'exports'))).toEqual([]);
    const own = await client.call('ingest.rejectedCsv', { import: 1, out: 'mine.csv' });
    expect(own).toMatchObject({ file: join(path, 'exports/mine.csv'), rows: 1 });
  });

  it('cannot write a file through a link in the exports folder, which another workspace may bring along', async () => {
    const { client, home, path, file } = await page();
    await client.run('ingest.run', { files: [{ file }] });
    await client.call('segment.create', { name: 'S', definition: { rule: 'events > 0' } });
    const elsewhere = join(dirname(home), 'elsewhere');
    mkdirSync(join(elsewhere, 'below'), { recursive: true });
    writeFileSync(join(elsewhere, 'target.csv'), 'unchanged');
    const exports = join(path, 'exports');
    symlinkSync(elsewhere, join(exports, 'link'));
    symlinkSync('.', join(exports, 'here'));
    symlinkSync('circle', join(exports, 'circle'));
    symlinkSync(join(elsewhere, 'target.csv'), join(exports, 'target.csv'));
    for (const out of [
      'link/evil.csv',
      'link/below/evil.csv',
      'link/none/evil.csv',
      'here/link/evil.csv',
      'circle/a.csv',
    ]) {
      await expect(client.call('segment.export', { segment: 'S', out }), out).rejects.toMatchObject(refused);
      await expect(client.call('ingest.rejectedCsv', { import: 1, out }), out).rejects.toMatchObject(refused);
    }
    await expect(client.run('model.save', { run: 'run-1', out: 'link' })).rejects.toMatchObject(refused);
    expect(readdirSync(elsewhere, { recursive: true }).sort()).toEqual(['below', 'target.csv']);
    await client.call('segment.export', { segment: 'S', out: 'target.csv' });
    expect(readFileSync(join(elsewhere, 'target.csv'), 'utf8')).toBe('unchanged');
    await client.call('segment.export', { segment: 'S', out: 'here/inside.csv' });
  });

  it('cannot save or remove a preset outside the presets folder', async () => {
    const { client, home } = await page();
    const preset = { title: 'x', columns: ['user', 'time'], mapping: 'user=user,time=time' };
    writeFileSync(join(home, 'kept.json'), '{}');
    for (const name of ['../kept', '..\\kept', '/tmp/x', 'a/b', '.', '', 'a.json', 'con', 'A', 'x\0', 'x'.repeat(41)]) {
      await expect(client.call('ingest.savePreset', { name, ...preset, replace: true }), name).rejects.toThrow();
      await expect(client.call('ingest.removePreset', { name }), name).rejects.toThrow();
    }
    expect(existsSync(join(home, 'kept.json'))).toBe(true);
    expect(existsSync(join(home, 'presets'))).toBe(false);
  });

  it('cannot pass its own presets to an import', async () => {
    const { client, file } = await page();
    const presets = [
      { name: 'mine', title: 'x', files: [{ columns: ['user'], mapping: { user: 'user', time: 'price' } }] },
    ];
    const done = await client.run('ingest.run', { files: [{ file }], presets });
    expect(done.files[0]).toMatchObject({ preset: null, mapping: { time: 'time' } });
  });

  it.for([
    ['files', { files: new Array(10_001).fill({ file: 'a' }) }],
    ['a path', { files: [{ file: 'a'.repeat(5000) }] }],
    ['a mapping', { files: [{ file: 'a', mapping: { user: 'a'.repeat(1_000_001) } }] }],
    ['a key', { files: [{ file: 'a', key: new Array(100).fill('user') }] }],
    ['a zone', { files: [{ file: 'a', zone: 'a'.repeat(101) }] }],
    [
      'choices',
      { files: [{ file: 'a', privacy: Object.fromEntries([...Array(10_001).keys()].map((c) => [c, 'drop'])) }] },
    ],
    ['users', { files: [{ file: 'a' }], cleaning: { internal: { users: ['x'.repeat(1001)] } } }],
    ['rates', { files: [{ file: 'a' }], cleaning: { currency: { to: 'USD', rates: { dollars: 1 } } } }],
  ])('is refused a request beyond its limits: %s', async ([, input]) => {
    const { client } = await page();
    await expect(client.run('ingest.run', input as never)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
