import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GrantedPaths } from '../../../electron/engine/granted-paths.ts';
import { testEngine } from '../../support/engine.ts';
import { fillShop } from '../../support/shop.ts';

async function openShop(segments: readonly string[] = ['all']) {
  const { engine, client, home } = testEngine();
  const path = join(home, 'shop.portrait');
  await client.call('workspace.create', { path });
  fillShop(engine.workspace(), { events: [{ user: 'u1', time: 1_700_000_000_000, action: 'view', item: 'x' }] });
  for (const name of segments) await client.call('segment.create', { name, definition: { rule: 'events > 0' } });
  return { client, home, path };
}

describe('an export', () => {
  it('never replaces a file of the workspace, also through a link, except in its exports folder', async () => {
    const { client, home, path } = await openShop();
    symlinkSync(path, join(home, 'link'));
    const before = readFileSync(join(path, 'workspace.db'));
    for (const out of ['workspace.db', 'new.csv', 'models/x.csv', 'exports/../workspace.db', '../link/workspace.db']) {
      const exported = client.call('segment.export', { segment: 'all', out: join(path, out), replace: true });
      await expect(exported).rejects.toMatchObject({ code: 'PATH_REFUSED', details: { variant: 'workspace' } });
    }
    expect(readFileSync(join(path, 'workspace.db')).equals(before)).toBe(true);
    const out = join(path, 'exports', 'mine.csv');
    expect(await client.call('segment.export', { segment: 'all', out })).toMatchObject({ rows: 1, file: out });
  });

  it('replaces an earlier export of the same segment, but any other file only if told to', async () => {
    const { client, home } = await openShop(['all', 'other']);
    const out = join(home, 'out.csv');
    writeFileSync(out, 'my notes');
    const refused = { code: 'FILE_EXISTS', details: { file: out } };
    await expect(client.call('segment.export', { segment: 'all', out })).rejects.toMatchObject(refused);
    expect(readFileSync(out, 'utf8')).toBe('my notes');
    await client.call('segment.export', { segment: 'all', out, replace: true });
    await client.call('segment.export', { segment: 'all', out });
    await expect(client.call('segment.export', { segment: 'other', out })).rejects.toMatchObject(refused);
    writeFileSync(`${out}.manifest.json`, '{');
    await expect(client.call('segment.export', { segment: 'all', out })).rejects.toMatchObject(refused);
  });

  it('has a file of its own for each segment', async () => {
    const names = ['a/b', 'a:b', 'a_b', '.', '..', 'con', '_con', 'x'.repeat(90), 'x'.repeat(91)];
    const { client } = await openShop(names);
    const files: string[] = [];
    for (const segment of names) files.push((await client.call('segment.export', { segment })).file);
    expect(new Set(files).size).toBe(names.length);
    expect(files.every((file) => existsSync(file) && existsSync(`${file}.manifest.json`))).toBe(true);
    expect(files[2]).toMatch(/exports.a_b\.csv$/);
  });

  it('has no name that Windows reserves, nor has a workspace', async () => {
    const { client, home, path } = await openShop();
    mkdirSync(join(home, 'folder'));
    const reserved = { code: 'NAME_RESERVED' };
    for (const name of ['CON', 'nul.csv', 'Com1.tar.gz', 'lpt².csv']) {
      const out = join(home, 'folder', name);
      await expect(client.call('segment.export', { segment: 'all', out })).rejects.toMatchObject(reserved);
      expect(() => new GrantedPaths(home).resolveWritable(name, join(path, 'exports'))).toThrow('Windows reserves');
    }
    const create = client.call('workspace.create', { path: join(home, 'aux.portrait') });
    await expect(create).rejects.toMatchObject(reserved);
    expect(existsSync(join(home, 'aux.portrait'))).toBe(false);
    for (const name of ['console.csv', 'com10.csv', 'nulls']) {
      const out = join(home, 'folder', name);
      expect(await client.call('segment.export', { segment: 'all', out })).toMatchObject({ file: out });
    }
  });
});
