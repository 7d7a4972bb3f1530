import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { deleteAbandonedUploads } from '../../electron/browser/upload-folder.ts';
import { Uploads } from '../../electron/browser/uploads.ts';
import { webSocketPort } from '../../electron/browser/web-socket-port.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { testFolder } from '../support/folder.ts';
import { newSession, openWire, pageHeaders, send, testHost } from './host.ts';

/** Opens a connection that sends half a request and then waits. */
async function halfOpen(origin: string, start: string): Promise<Socket> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(start);
  return socket;
}

describe('the browser host', () => {
  it('answers a page while hundreds of connections are half open, and keeps the one of a session', async () => {
    const host = await testHost();
    const session = await newSession(host);
    const client = await openWire(host.origin, pageHeaders(host.origin, session), session.key);
    if (!(client instanceof EngineClient)) throw new Error(`the connection was refused: ${client}`);
    const sockets: Socket[] = [];
    for (let i = 0; i < 400; i++) sockets.push(await halfOpen(host.origin, 'GET / HTTP/1.1\r\nHost: '));
    expect(await send(host.origin, 'GET', '/')).toMatchObject({ status: 200 });
    await vi.waitFor(() => expect(sockets.filter(({ closed }) => !closed).length).toBeLessThanOrEqual(128));
    expect(await client.call('workspace.info', {})).toEqual({ workspace: null });
  });

  it('ends the connection of a client that does not read, instead of keeping all its messages', async () => {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    onTestFinished(() => server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = new WebSocket(`ws://127.0.0.1:${port}`);
    const [[serverSocket]] = await Promise.all([once(server, 'connection'), once(client, 'open')]);
    client.pause();
    const wire = webSocketPort(serverSocket);
    for (let i = 0; i < 200; i++) wire.post(new Uint8Array(2 ** 20));
    expect(serverSocket.bufferedAmount).toBeLessThan(66 * 2 ** 20);
    client.resume();
    expect((await once(client, 'close'))[0]).toBe(1013);
  });
});

describe('an upload', () => {
  /** Serves uploads alone, to a disk with this many bytes available. */
  async function uploadServer(available: number) {
    vi.stubEnv('TMPDIR', testFolder());
    onTestFinished(() => void vi.unstubAllEnvs());
    const uploads = new Uploads(async () => available);
    const errors: unknown[] = [];
    const server = createServer((request, response) => {
      uploads.receive(request, 'a.csv').then(
        (path) => response.end(path),
        (error) => {
          errors.push(error);
          response.end();
        },
      );
    });
    onTestFinished(() => void server.close());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, errors };
  }

  it('that is larger than the free space is refused before it is received', async () => {
    const { origin, errors } = await uploadServer(10);
    await send(origin, 'POST', '/', {}, 'eleven byte');
    expect(errors).toMatchObject([{ code: 'DISK_FULL' }]);
    expect(readdirSync(tmpdir())).toEqual([]);
    expect((await send(origin, 'POST', '/', {}, 'ten bytes!')).body).toMatch(/a\.csv$/);
  });

  it('is refused while eight others are received', async () => {
    const { origin, errors } = await uploadServer(1000);
    for (let i = 0; i < 8; i++) await halfOpen(origin, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nx');
    await vi.waitFor(() => expect(readdirSync(tmpdir())).toHaveLength(8));
    await send(origin, 'POST', '/', {}, 'x');
    expect(errors).toMatchObject([{ code: 'UPLOAD_LIMIT' }]);
  });

  it('leaves a folder that is deleted when Portrait starts after its process was killed, and no other', async () => {
    const folder = testFolder();
    vi.stubEnv('TMPDIR', folder);
    onTestFinished(() => void vi.unstubAllEnvs());
    const now = Math.floor(Date.now() / 1000);
    const ended = spawnSync(process.execPath, ['--version']).pid;
    const running = [`portrait-upload-${process.pid}-${now}-a`, `portrait-upload-${process.ppid}-${now}-b`];
    const abandoned = [`portrait-upload-${ended}-${now}-c`, `portrait-upload-${process.pid}-1000000000-d`];
    const foreign = ['portrait-upload-1', 'other'];
    for (const name of [...running, ...abandoned, ...foreign]) mkdirSync(join(folder, name));
    writeFileSync(join(folder, abandoned[0] ?? '', 'events.csv'), 'user');
    symlinkSync(join(folder, 'other'), join(folder, `portrait-upload-${ended}-${now}-link`));
    await deleteAbandonedUploads();
    expect(readdirSync(folder).sort()).toEqual([...foreign, ...running, `portrait-upload-${ended}-${now}-link`].sort());
  });
});
