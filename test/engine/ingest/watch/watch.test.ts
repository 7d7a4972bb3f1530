import { appendFileSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Engine } from '../../../../electron/engine/engine.ts';
import { GrantedPaths } from '../../../../electron/engine/granted-paths.ts';
import { unrestrictedPaths } from '../../../../electron/engine/unrestricted-paths.ts';
import { EngineClient } from '../../../../shared/protocol/client.ts';
import { portPair } from '../../../../shared/protocol/port.ts';
import { serve } from '../../../../shared/protocol/server.ts';
import { testFolder } from '../../../support/folder.ts';

const PACE = { settleMs: 300, pollMs: 40 };
/** Long enough for any pending import to start. */
const QUIET_MS = 700;
const HEAD = 'user,time,action,item\n';
const row = (user: string, hour: number) => `${user},2024-05-01 ${hour}:00:00,view,i1\n`;

function engineAt(home: string, files = unrestrictedPaths(home), now = Date.now) {
  const engine = new Engine(files, { pace: { ...PACE, now } });
  const [near, far] = portPair();
  serve(engine, far);
  const client = new EngineClient(near);
  const close = async () => {
    client.close();
    await engine.close();
  };
  onTestFinished(close);
  return { client, close };
}

async function shop(now = Date.now) {
  const home = testFolder();
  const folder = join(home, 'exports of the shop');
  mkdirSync(folder);
  const shopPath = join(home, 'shop.portrait');
  const { client, close } = engineAt(home, unrestrictedPaths(home), now);
  await client.call('workspace.create', { path: shopPath });
  const put = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  return { home, shopPath, folder, client, close, put };
}

type Client = Awaited<ReturnType<typeof shop>>['client'];
const imports = async (client: Client) =>
  (await client.call('ingest.imports', {})).imports.map(({ file, events }) => `${file}: ${events}`).reverse();
const jobs = async (client: Client) => (await client.call('jobs.list', {})).jobs.map(({ state }) => state);
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 50 });

describe('a watched folder', () => {
  it('imports existing, new and growing files, each content once', async () => {
    const { client, folder, put } = await shop();
    put('a.csv', HEAD + row('a', 10));
    await client.call('ingest.watch', { folder });
    await soon(async () => expect(await imports(client)).toEqual(['a.csv: 1']));
    put('b.csv', HEAD + row('b', 10));
    await soon(async () => expect(await imports(client)).toEqual(['a.csv: 1', 'b.csv: 1']));
    appendFileSync(join(folder, 'a.csv'), row('a', 11));
    await soon(async () => expect(await imports(client)).toEqual(['a.csv: 1', 'b.csv: 1', 'a.csv: 1']));
    put('copy of b.csv', HEAD + row('b', 10));
    await wait(QUIET_MS);
    expect(await imports(client)).toHaveLength(3);
    expect(await jobs(client)).toEqual(['done', 'done', 'done']);
  });

  it('waits until a file has stopped growing', async () => {
    // Between two rows less than `settleMs` passes, however long the machine takes.
    let time = 0;
    const { client, folder, put } = await shop(() => time);
    await client.call('ingest.watch', { folder });
    const file = put('slow.csv', HEAD);
    for (let hour = 10; hour < 22; hour++) {
      appendFileSync(file, row('a', hour));
      time += PACE.settleMs - 100;
      await wait(PACE.pollMs);
      expect(await jobs(client)).toEqual([]);
    }
    await soon(async () => {
      time += PACE.settleMs;
      expect(await imports(client)).toEqual(['slow.csv: 12']);
    });
  });

  it('retries a failed file only if it has changed', async () => {
    const { client, folder, put } = await shop();
    put('bad.csv', 'label,review\n1,good\n');
    await client.call('ingest.watch', { folder });
    await soon(async () => expect(await jobs(client)).toEqual(['failed']));
    await wait(QUIET_MS);
    expect(await jobs(client)).toEqual(['failed']);
    put('bad.csv', HEAD + row('a', 10));
    await soon(async () => expect(await imports(client)).toEqual(['bad.csv: 1']));
  });

  it('ignores links, unfinished files and files that are no tables', async () => {
    const { client, folder, home, put } = await shop();
    writeFileSync(join(home, 'secret.csv'), HEAD + row('s', 10));
    symlinkSync(join(home, 'secret.csv'), join(folder, 'link.csv'));
    mkdirSync(join(folder, 'below.csv'));
    put('picture.png', 'no table');
    put('.hidden.csv', HEAD + row('h', 10));
    put('export.csv.part', HEAD + row('p', 10));
    await client.call('ingest.watch', { folder });
    await wait(QUIET_MS);
    expect(await jobs(client)).toEqual([]);
    renameSync(join(folder, 'export.csv.part'), join(folder, 'export.csv'));
    await soon(async () => expect(await imports(client)).toEqual(['export.csv: 1']));
  });

  it('is watched again with the same options when the workspace is opened, until it is removed', async () => {
    const { client, folder, home, shopPath, close, put } = await shop();
    const options = { mapping: "user=wer,time=wann,action='buy',item=was" };
    put('a.csv', 'wer,wann,was\na,2024-05-01,x\n');
    await client.call('ingest.watch', { folder, options });
    await soon(async () => expect(await imports(client)).toEqual(['a.csv: 1']));
    await client.run('ingest.undo', { import: 1 });
    await close();
    put('b.csv', 'wer,wann,was\nb,2024-05-01,x\nc,2024-05-01,x\n');
    const again = engineAt(home).client;
    await again.call('workspace.open', { path: shopPath });
    // What was undone is not imported again.
    await soon(async () => expect(await imports(again)).toEqual(['b.csv: 2']));
    expect(await again.call('ingest.watched', {})).toEqual({
      folders: [{ folder, options, cleaning: {}, missing: false, waiting: false }],
    });
    await again.call('ingest.unwatch', { folder });
    put('c.csv', 'wer,wann,was\nd,2024-05-01,x\n');
    await wait(QUIET_MS);
    expect(await imports(again)).toEqual(['b.csv: 2']);
    await expect(again.call('ingest.unwatch', { folder })).rejects.toMatchObject({ code: 'FOLDER_NOT_WATCHED' });
  });

  describe('of a workspace that comes from elsewhere', () => {
    /** A workspace with a watched folder, closed, and a new file in that folder. */
    async function watchedShop() {
      const { client, close, put, ...rest } = await shop();
      await client.call('ingest.watch', { folder: rest.folder });
      await close();
      put('private.csv', HEAD + row('a', 10));
      return rest;
    }

    const expectWaiting = async (client: Client, folder: string) => {
      expect((await client.call('ingest.watched', {})).folders).toMatchObject([{ folder, waiting: true }]);
      await wait(QUIET_MS);
      expect(await jobs(client)).toEqual([]);
    };

    it('is not read until the user resumes it, once', async () => {
      const { home, folder, shopPath } = await watchedShop();
      const moved = join(home, 'moved.portrait');
      renameSync(shopPath, moved);
      const { client, close } = engineAt(home);
      await client.call('workspace.open', { path: moved });
      await expectWaiting(client, folder);
      await client.call('ingest.resumeWatch', { folder });
      expect((await client.call('ingest.watched', {})).folders).toMatchObject([{ folder, waiting: false }]);
      await soon(async () => expect(await imports(client)).toEqual(['private.csv: 1']));
      await close();
      writeFileSync(join(folder, 'next.csv'), HEAD + row('b', 10));
      const again = engineAt(home).client;
      await again.call('workspace.open', { path: moved });
      await soon(async () => expect(await imports(again)).toEqual(['private.csv: 1', 'next.csv: 1']));
    });

    it('is not read at the same path on another machine', async () => {
      const { folder, shopPath } = await watchedShop();
      const { client } = engineAt(testFolder());
      await client.call('workspace.open', { path: shopPath });
      await expectWaiting(client, folder);
    });

    it('is not read if the place where it was set is not recorded', async () => {
      const { home, folder, shopPath } = await watchedShop();
      writeFileSync(
        join(shopPath, 'watched.json'),
        JSON.stringify([{ folder, options: {}, cleaning: {}, handled: {} }]),
      );
      const { client } = engineAt(home);
      await client.call('workspace.open', { path: shopPath });
      await expectWaiting(client, folder);
      const other = client.call('ingest.resumeWatch', { folder: home });
      await expect(other).rejects.toMatchObject({ code: 'FOLDER_NOT_WATCHED' });
    });
  });

  it('must exist, must be granted to a page, and must not be the workspace’s own', async () => {
    const { client, home, shopPath, folder, close } = await shop();
    const none = client.call('ingest.watch', { folder: join(home, 'none') });
    await expect(none).rejects.toMatchObject({ code: 'FOLDER_NOT_FOUND' });
    const own = client.call('ingest.watch', { folder: join(shopPath, 'exports') });
    await expect(own).rejects.toMatchObject({ code: 'FOLDER_OF_WORKSPACE' });
    await close();
    const page = engineAt(home, new GrantedPaths(home)).client;
    await page.call('workspace.open', { path: 'shop' });
    await expect(page.call('ingest.watch', { folder })).rejects.toMatchObject({ code: 'PATH_REFUSED' });
  });
});
