import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Engine } from '../../../../electron/engine/engine.ts';
import { unrestrictedPaths } from '../../../../electron/engine/unrestricted-paths.ts';
import { EngineClient } from '../../../../shared/protocol/client.ts';
import { portPair } from '../../../../shared/protocol/port.ts';
import { serve } from '../../../../shared/protocol/server.ts';
import { testFolder } from '../../../support/folder.ts';

/** A workspace that listens, and a client of its listener. */
async function listening(home = testFolder(), path = join(home, 'shop.portrait')) {
  const engine = new Engine(unrestrictedPaths(home), { live: { delayMs: 20, retryMs: 100 } });
  const [near, far] = portPair();
  serve(engine, far);
  const client = new EngineClient(near);
  const close = async () => {
    client.close();
    await engine.close();
  };
  onTestFinished(close);
  await client.call('workspace.create', { path }).catch(() => client.call('workspace.open', { path }));
  const { url, key } = await client.call('live.start', {});
  const post = async (route: string, body: unknown, headers: Record<string, string> = {}) => {
    const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
    const text =
      typeof body === 'string' || body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body);
    const response = await fetch(`${url}/${route}`, {
      method: 'POST',
      body: text,
      headers: { authorization, connection: 'close', ...headers },
    });
    return { status: response.status, body: await response.json() };
  };
  const imported = () =>
    vi.waitFor(
      async () => {
        const { pendingBytes, importError } = await client.call('live.state', {});
        expect({ pendingBytes, importError }).toEqual({ pendingBytes: 0, importError: null });
      },
      { timeout: 20_000, interval: 20 },
    );
  const events = () =>
    engine
      .workspace()
      .db.prepare('SELECT user, time, action, item, title, price, quantity, text FROM events_named ORDER BY 1, 2, 3, 4')
      .all();
  return { engine, client, post, imported, events, url: url!, key: key!, path, home, close };
}

const at = (minute: number) => new Date(Date.UTC(2026, 3, 1, 10, minute)).toISOString();
const BATCH = [
  {
    type: 'track',
    userId: null,
    anonymousId: 'a1',
    event: 'Product Viewed',
    properties: { product_id: 'p1', name: 'Lamp', price: 20 },
  },
  { type: 'identify', userId: 'u1', anonymousId: 'a1', traits: { plan: 'gold' } },
  {
    type: 'track',
    userId: 'u1',
    event: 'Order Completed',
    properties: {
      order_id: 'o1',
      products: [
        { product_id: 'p1', price: 20, quantity: 2 },
        { product_id: 'p2', price: 5, quantity: 1 },
      ],
    },
  },
  {
    type: 'track',
    userId: 'u2',
    event: 'Product Reviewed',
    properties: { product_id: 'p2', rating: 4, review_body: 'good' },
  },
  { type: 'page', userId: 'u2' },
].map((message, i) => ({ ...message, messageId: `m${i}`, timestamp: at(i) }));

describe('events that are received', { timeout: 60_000 }, () => {
  it('are the same as those of a file with the same messages', async () => {
    const live = await listening();
    expect(await live.post('batch', { batch: BATCH })).toEqual({
      status: 200,
      body: { success: true, accepted: 5, duplicates: 0, rejected: [] },
    });
    await live.imported();

    const other = await listening();
    const file = join(other.home, 'segment.ndjson');
    writeFileSync(file, BATCH.map((message) => `${JSON.stringify(message)}\n`).join(''));
    await other.client.run('ingest.run', { files: [{ file, preset: 'segment' }] });
    expect(live.events()).toEqual(other.events());
    expect(live.events()).toHaveLength(6);
    const users = await live.client.call('profile.user', { user: 'u1' });
    expect(users.attributes.get('traits.plan')).toBe('gold');
  });

  it('of a day are one import, which can be undone', async () => {
    const { client, post, imported, events } = await listening();
    for (const message of BATCH) {
      await post('batch', { batch: [message] });
      await imported();
    }
    const { imports } = await client.call('ingest.imports', {});
    expect(imports).toHaveLength(1);
    expect(imports[0]).toMatchObject({ rows: 6, events: 6, rejected: 0, duplicates: 0, preset: 'segment' });
    expect(events()).toHaveLength(6);
    await client.run('ingest.undo', { import: imports[0]!.import });
    expect(events()).toEqual([]);
    expect(await client.call('workspace.info', {})).toMatchObject({ workspace: { users: 0, items: 0, events: 0 } });
  });

  it('after another import are an import of their own', async () => {
    const { client, post, imported, home } = await listening();
    await post('batch', { batch: BATCH.slice(0, 2) });
    await imported();
    const file = join(home, 'more.csv');
    writeFileSync(file, 'user,time,action,item\nu3,2026-04-02T10:00:00Z,view,p1\n');
    await client.run('ingest.run', { files: [{ file }] });
    await post('batch', { batch: BATCH.slice(2) });
    await imported();
    const { imports } = await client.call('ingest.imports', {});
    expect(imports.map(({ events }) => events)).toEqual([4, 1, 2]);
    await client.run('ingest.undo', { import: imports[0]!.import });
    await client.run('ingest.undo', { import: imports[1]!.import });
    expect(await client.call('workspace.info', {})).toMatchObject({ workspace: { events: 2 } });
  });

  it('twice are stored once, also by another process', async () => {
    const first = await listening();
    await first.post('batch', { batch: BATCH });
    expect((await first.post('batch', { batch: BATCH })).body).toMatchObject({ accepted: 0, duplicates: 5 });
    await first.imported();
    await first.close();
    const second = await listening(first.home, first.path);
    expect(second.url).toBe(first.url);
    expect(second.key).toBe(first.key);
    expect((await second.post('batch', { batch: BATCH })).body).toMatchObject({ accepted: 5 });
    await second.imported();
    expect(second.events()).toHaveLength(6);
  });

  it('are rejected one by one, with the reason', async () => {
    const { client, post, imported, events } = await listening();
    const batch = [{ ...BATCH[0], timestamp: '1970-01-01T00:00:00Z' }, 'garbage', BATCH[4]];
    expect(await post('batch', { batch })).toEqual({
      status: 200,
      body: {
        ...{ success: true, accepted: 1, duplicates: 0 },
        rejected: [
          { index: 0, code: 'TIME_OUT_OF_RANGE' },
          { index: 1, code: 'NOT_A_MESSAGE' },
        ],
      },
    });
    expect(await post('track', { userId: 'u1' })).toMatchObject({ status: 400, body: { success: false } });
    expect(await client.call('live.state', {})).toMatchObject({ accepted: 1, rejected: 3, lastFault: 'EVENT_MISSING' });
    await imported();
    expect(events()).toHaveLength(1);
  });

  it('with hashed ids contain none', async () => {
    const { client, post, imported, events, engine } = await listening();
    await client.call('live.start', { users: 'hash' });
    const { url, key } = await client.call('live.state', {});
    expect(url).not.toBeNull();
    expect(key).not.toBeNull();
    await post('track', { ...BATCH[0] });
    await imported();
    expect(events()).toHaveLength(1);
    const names = engine.workspace().db.prepare('SELECT name FROM users').pluck().all();
    expect(names).not.toContain('a1');
  });
});

describe('the listener', () => {
  it('refuses clients without the key, and pages of other sites', async () => {
    const { post } = await listening();
    expect(await post('track', BATCH[0], { authorization: '' })).toMatchObject({
      status: 401,
      body: { code: 'KEY_INVALID' },
    });
    expect(await post('track', BATCH[0], { authorization: 'Bearer wrong' })).toMatchObject({ status: 401 });
    expect(await post('track', BATCH[0], { origin: 'https://shop.example' })).toMatchObject({ status: 403 });
  });

  it('accepts a bearer token and compressed bodies', async () => {
    const { post, key } = await listening();
    const headers = { authorization: `Bearer ${key}`, 'content-encoding': 'gzip' };
    const body = new Uint8Array(gzipSync(JSON.stringify({ batch: BATCH })));
    expect(await post('batch', body, headers)).toMatchObject({ status: 200, body: { accepted: 5 } });
  });

  it('answers garbage with the reason', async () => {
    const { post } = await listening();
    expect(await post('batch', '{"batch": [')).toMatchObject({ status: 400, body: { code: 'BODY_UNREADABLE' } });
    expect(await post('batch', '[]')).toMatchObject({ status: 400, body: { code: 'BATCH_MISSING' } });
    expect(await post('batch', 'null')).toMatchObject({ status: 400, body: { code: 'BODY_UNREADABLE' } });
    expect(await post('nothing', BATCH[0])).toMatchObject({ status: 404, body: { code: 'PATH_UNKNOWN' } });
    expect(await post('batch', new Uint8Array([1]), { 'content-encoding': 'gzip' })).toMatchObject({ status: 400 });
    expect(await post('batch', ' '.repeat(5 << 20))).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
  });

  it('stops, and does not start by itself in a copy of the workspace', async () => {
    const first = await listening();
    expect(await first.client.call('live.stop', {})).toMatchObject({ url: null });
    await expect(fetch(first.url)).rejects.toThrow('fetch failed');
  });
});
