import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { safeName } from '../../electron/browser/uploads.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { testFolder } from '../support/folder.ts';
import { newSession, openSocket, openWire, pageHeaders, send, testHost } from './host.ts';

async function connected() {
  const host = await testHost();
  const session = await newSession(host);
  const page = pageHeaders(host.origin, session);
  const client = await openWire(host.origin, page, session.key);
  if (!(client instanceof EngineClient)) throw new Error(`the connection was refused: ${client}`);
  const upload = async (name: string, body: string | Buffer, headers = {}) => {
    const path = `/files?name=${encodeURIComponent(name)}`;
    const answer = await send(host.origin, 'POST', path, { ...page, ...headers }, body);
    return { ...answer, ...JSON.parse(answer.body) };
  };
  return { ...host, session, page, client, upload };
}

const CSV = 'user,time,action,item\nu1,2024-01-01 10:00:00,view,i1\nu2,2024-01-01 11:00:00,view,i2\n';

describe('an uploaded file', () => {
  it('arrives unchanged, is readable by its owner only, and can be imported', async () => {
    const { client, upload } = await connected();
    const { status, file } = await upload('events.csv', CSV);
    expect(status).toBe(200);
    expect(readFileSync(file, 'utf8')).toBe(CSV);
    expect(statSync(dirname(file)).mode & 0o077).toBe(0);
    await client.call('workspace.create', { path: 'shop' });
    expect(await client.run('ingest.run', { files: [{ file }] })).toMatchObject({ events: 2, users: 2 });
  });

  it('is deleted when the host stops', async () => {
    const { upload, close } = await connected();
    const { file } = await upload('events.csv', CSV);
    await close();
    expect(existsSync(file)).toBe(false);
  });

  it('is deleted if the upload is interrupted', async () => {
    const { origin, page } = await connected();
    vi.stubEnv('TMPDIR', testFolder());
    onTestFinished(() => void vi.unstubAllEnvs());
    const { hostname, port } = new URL(origin);
    const headers = { ...page, 'content-length': '1000' };
    const sent = request({ hostname, port, method: 'POST', path: '/files?name=a.csv', headers });
    sent.on('error', () => {});
    sent.write('half');
    await vi.waitFor(() => expect(readdirSync(tmpdir())).toHaveLength(1));
    sent.destroy();
    await vi.waitFor(() => expect(readdirSync(tmpdir())).toEqual([]));
    expect(await send(origin, 'GET', '/')).toMatchObject({ status: 200 });
  });

  it('cannot choose its folder by its name', async () => {
    const { upload } = await connected();
    for (const name of ['../../evil.csv', '..\\..\\evil.csv', '/etc/evil.csv', 'C:\\evil.csv']) {
      const { file } = await upload(name, 'x');
      expect(basename(file)).toBe('evil.csv');
      expect(basename(dirname(file))).toMatch(/^portrait-upload-/);
    }
  });

  it('keeps a readable and safe name', () => {
    expect(safeName('2019-Oct (1).csv')).toBe('2019-Oct _1_.csv');
    expect(safeName('订单.csv')).toBe('订单.csv');
    expect(safeName('..')).toBe('upload');
    expect(safeName('con.csv')).toBe('_con.csv');
    expect(safeName('.hidden')).toBe('hidden');
    expect(safeName('a\0b\n.csv')).toBe('a_b_.csv');
    expect(safeName('x'.repeat(500)).length).toBe(120);
  });

  it('is the only file that the page can refer to: other paths of this machine are refused', async () => {
    const { client } = await connected();
    await client.call('workspace.create', { path: 'shop' });
    for (const file of ['/etc/passwd', '../../etc/passwd', 'package.json']) {
      await expect(client.call('ingest.preview', { file })).rejects.toMatchObject({ code: 'PATH_REFUSED' });
      await expect(client.run('ingest.run', { files: [{ file }] })).rejects.toMatchObject({ code: 'PATH_REFUSED' });
    }
    await expect(client.call('workspace.open', { path: '/' })).rejects.toMatchObject({ code: 'PATH_REFUSED' });
    await expect(client.call('workspace.create', { path: '../outside' })).rejects.toMatchObject({
      code: 'PATH_REFUSED',
    });
  });
});

describe('an export', () => {
  it('is served as a download under its name', async () => {
    const { origin, page, client } = await connected();
    const { path } = await client.call('workspace.create', { path: 'shop' });
    writeFileSync(join(path, 'exports', '高价值 users.csv'), 'user\nu1\n');
    const address = `/exports/${encodeURIComponent('高价值 users.csv')}`;
    const { status, headers, body } = await send(origin, 'GET', address, page);
    expect([status, body]).toEqual([200, 'user\nu1\n']);
    expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''%E9%AB%98/);
  });

  it('is not found outside the exports folder, whether by dots or by a link', async () => {
    const { origin, page, client } = await connected();
    expect(await send(origin, 'GET', '/exports/a.csv', page)).toMatchObject({ status: 404 });
    const { path } = await client.call('workspace.create', { path: 'shop' });
    symlinkSync(join(path, 'workspace.db'), join(path, 'exports', 'link.csv'));
    for (const name of ['', '..%2fworkspace.db', '..%5cworkspace.db', '%00', '%ff', 'link.csv', 'none.csv']) {
      expect(await send(origin, 'GET', `/exports/${name}`, page), name).toMatchObject({ status: 404 });
    }
  });
});

describe('the WebSocket', () => {
  it('transfers typed arrays as typed arrays', async () => {
    const { client, upload } = await connected();
    await client.call('workspace.create', { path: 'shop' });
    const { file } = await upload('events.csv', CSV);
    await client.run('ingest.run', { files: [{ file }] });
    const { days, counts } = await client.call('workspace.activity', {});
    expect(days).toBeInstanceOf(Int32Array);
    expect([...counts]).toEqual([2]);
  });

  it('closes on a message that is not MessagePack, and the host keeps running', async () => {
    const { origin, page, session } = await connected();
    const socket = openSocket(origin, page, session.key);
    await new Promise((resolve) => socket.on('open', resolve));
    socket.send(Buffer.from([0xc1, 0xc1, 0xd9]));
    expect(await new Promise((resolve) => socket.on('close', resolve))).toBe(1007);
    expect(await openWire(origin, page, session.key)).toBeInstanceOf(EngineClient);
  });
});
