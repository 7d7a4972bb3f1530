import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Engine } from '../../electron/engine/engine.ts';
import { GrantedPaths } from '../../electron/engine/granted-paths.ts';
import { createWorkspace, openWorkspace } from '../../electron/engine/store/workspace.ts';
import { testEngine } from '../support/engine.ts';
import { testFolder } from '../support/folder.ts';
import { fillShop } from '../support/shop.ts';

/** Creates a closed workspace with two events of one user. */
function shopAt(path: string): string {
  const workspace = createWorkspace(path);
  const view = { user: 'ann', action: 'view', item: 'tea' };
  fillShop(workspace, { events: [1, 2].map((hour) => ({ ...view, time: hour * 3_600_000 })) });
  workspace.close();
  return path;
}

describe('the list of workspaces', () => {
  it('has those in the home folder and those elsewhere that were open before, the last used first', async () => {
    const { client, home } = testEngine();
    const inHome = shopAt(join(home, 'shop.portrait'));
    const elsewhere = shopAt(join(testFolder(), 'shop.portrait'));
    shopAt(join(testFolder(), 'never-opened.portrait'));
    await client.call('workspace.open', { path: inHome });
    await client.call('workspace.open', { path: elsewhere });
    await client.call('workspace.close', {});
    const { workspaces } = await client.call('workspace.list', {});
    expect(workspaces.map(({ name, path }) => [name, path])).toEqual([
      ['shop', elsewhere],
      ['shop', inHome],
    ]);
  });

  it('says what each held when it was closed, and what the open one holds', async () => {
    const { client, home } = testEngine();
    const [first, second] = ['one', 'two'].map((name) => shopAt(join(home, `${name}.portrait`)));
    shopAt(join(home, 'new.portrait'));
    await client.call('workspace.open', { path: first! });
    await client.call('workspace.open', { path: second! });
    const { workspaces } = await client.call('workspace.overviews', {});
    const figures = new Map(workspaces.map((workspace) => [workspace.name, workspace.figures]));
    const held = { users: 1, events: 2, map: null, bytes: expect.any(Number) };
    expect(figures).toEqual(new Map(Object.entries({ one: held, two: held, new: null })));
    expect(figures.get('one')?.bytes).toBeGreaterThan(100_000);
  });

  it('is complete, without figures, if what was remembered is damaged', async () => {
    const { client, home } = testEngine();
    const path = shopAt(join(home, 'shop.portrait'));
    writeFileSync(join(home, 'recents.json'), '[{"path":');
    const { workspaces } = await client.call('workspace.overviews', {});
    expect(workspaces).toMatchObject([{ path, figures: null }]);
  });

  it('lets a page open a workspace elsewhere if it was open before, and no other', async () => {
    const home = testFolder();
    const elsewhere = shopAt(join(testFolder(), 'shop.portrait'));
    const files = new GrantedPaths(home);
    const engine = new Engine(files);
    await expect(engine.call('workspace.open', { path: elsewhere })).rejects.toMatchObject({ code: 'PATH_REFUSED' });
    await engine.call('workspace.open', { path: files.grant(elsewhere) });
    await engine.close();
    const later = new Engine(new GrantedPaths(home));
    await later.call('workspace.open', { path: elsewhere });
    expect(later.workspace().path).toBe(elsewhere);
    await later.close();
  });
});

describe('a workspace that is renamed', () => {
  it('has the new name in the list, stays open if it was, and keeps what it holds', async () => {
    const { client, home } = testEngine();
    await client.call('workspace.open', { path: shopAt(join(home, 'shop.portrait')) });
    const { path } = await client.call('workspace.rename', { path: join(home, 'shop.portrait'), name: 'Tea shop' });
    expect(path).toBe(join(home, 'Tea shop.portrait'));
    expect((await client.call('workspace.info', {})).workspace).toMatchObject({ name: 'Tea shop', events: 2 });
    const { workspaces } = await client.call('workspace.overviews', {});
    expect(workspaces).toMatchObject([{ name: 'Tea shop', figures: { events: 2 } }]);
  });

  it('stays open under its name if there is another one of the new name', async () => {
    const { client, home } = testEngine();
    const path = shopAt(join(home, 'shop.portrait'));
    shopAt(join(home, 'other.portrait'));
    await client.call('workspace.open', { path });
    await expect(client.call('workspace.rename', { path, name: 'other' })).rejects.toMatchObject({
      code: 'WORKSPACE_EXISTS',
    });
    expect((await client.call('workspace.info', {})).workspace?.path).toBe(path);
  });

  it.each(['../other', 'a/b', 'a\\b', '.hidden', ' ', 'con'])('is not called %j', async (name) => {
    const { client, home } = testEngine();
    const path = shopAt(join(home, 'shop.portrait'));
    await expect(client.call('workspace.rename', { path, name })).rejects.toMatchObject({
      code: expect.stringMatching(/BAD_INPUT|NAME_RESERVED/),
    });
    expect(existsSync(path)).toBe(true);
  });
});

describe('a workspace that is deleted', () => {
  it('is closed, and gone with its folder and from the list', async () => {
    const { client, home } = testEngine();
    const path = shopAt(join(home, 'shop.portrait'));
    await client.call('workspace.open', { path });
    expect(await client.call('workspace.delete', { path })).toEqual({ left: [] });
    expect(existsSync(path)).toBe(false);
    expect((await client.call('workspace.info', {})).workspace).toBeNull();
    expect((await client.call('workspace.list', {})).workspaces).toEqual([]);
  });

  it('leaves other files in its folder, and what links lead to', async () => {
    const { client, home } = testEngine();
    const path = shopAt(join(home, 'shop.portrait'));
    const outside = join(testFolder(), 'precious.csv');
    writeFileSync(outside, 'kept');
    symlinkSync(outside, join(path, 'exports', 'link.csv'));
    writeFileSync(join(path, 'workspace.txt'), 'my notes');
    expect(await client.call('workspace.delete', { path })).toEqual({ left: ['workspace.txt'] });
    expect(readFileSync(outside, 'utf8')).toBe('kept');
    expect((await client.call('workspace.list', {})).workspaces).toEqual([]);
  });

  it('is left alone if it is no workspace, a link to one, has links, or is open elsewhere', async () => {
    const { client, home } = testEngine();
    const folder = join(home, 'folder.portrait');
    mkdirSync(folder);
    writeFileSync(join(folder, 'photo.jpg'), 'kept');
    const foreign = join(home, 'foreign.portrait');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'workspace.db'), 'text of another program, longer than the header of a database');
    const target = shopAt(join(testFolder(), 'target.portrait'));
    const link = join(home, 'link.portrait');
    symlinkSync(target, link);
    const linked = shopAt(join(home, 'linked.portrait'));
    symlinkSync(testFolder(), join(linked, 'models', 'run-1'));
    const busy = shopAt(join(home, 'busy.portrait'));
    const opened = openWorkspace(busy);
    for (const [path, code] of [
      [folder, 'WORKSPACE_NOT_FOUND'],
      [foreign, 'WORKSPACE_DAMAGED'],
      [link, 'WORKSPACE_IS_LINK'],
      [linked, 'WORKSPACE_HAS_LINKS'],
      [busy, 'WORKSPACE_IN_USE'],
    ] as const) {
      await expect(client.call('workspace.delete', { path }), path).rejects.toMatchObject({ code });
      expect(existsSync(path), path).toBe(true);
    }
    opened.close();
    expect(existsSync(join(target, 'workspace.db'))).toBe(true);
  });
});
