import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { handleMainRequest, reportWorkspace } from '../../electron/desktop/engine-requests.ts';
import { type MainPort, mainPort } from '../../electron/desktop/message-port-main.ts';
import { Engine } from '../../electron/engine/engine.ts';
import { GrantedPaths } from '../../electron/engine/granted-paths.ts';
import { createWorkspace } from '../../electron/engine/store/workspace.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { testFolder } from '../support/folder.ts';

/**
 * Adapts a worker's MessagePort to the interface of Electron's MessagePortMain, where messages are in the event's
 * `data`.
 */
function asMainPort(port: MessagePort): MainPort {
  return {
    on: (event: 'message' | 'close', listener: (event: { data: unknown }) => void) =>
      event === 'message'
        ? port.on('message', (data) => listener({ data }))
        : port.on('close', () => listener({ data: null })),
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  };
}

function engineProcess() {
  const home = testFolder();
  const files = new GrantedPaths(home);
  const engine = new Engine(files);
  onTestFinished(() => engine.close());
  const ask = (message: Record<string, unknown>, ports: MainPort[] = []) =>
    handleMainRequest(engine, files, { id: 1, ...message }, ports);
  const connect = async () => {
    const { port1, port2 } = new MessageChannel();
    await ask({ type: 'connect' }, [asMainPort(port1)]);
    const client = new EngineClient(mainPort(asMainPort(port2)));
    onTestFinished(() => client.close());
    return client;
  };
  return { home, engine, ask, connect };
}

describe('the engine process', () => {
  it('serves the engine on each port that it receives, with typed arrays intact', async () => {
    const { connect } = engineProcess();
    const client = await connect();
    await client.call('workspace.create', { path: 'shop' });
    const { counts } = await client.call('workspace.activity', {});
    expect(counts).toBeInstanceOf(Int32Array);
    const reloaded = await connect();
    expect((await reloaded.call('workspace.info', {})).workspace?.name).toBe('shop');
  });

  it('lets the page refer to a path only after the user chose it', async () => {
    const { ask, connect } = engineProcess();
    const client = await connect();
    await client.call('workspace.create', { path: 'shop' });
    const file = join(testFolder(), 'events.csv');
    writeFileSync(file, 'user,time,action,item\nu1,2024-01-01 10:00:00,view,i1\n');
    await expect(client.call('ingest.preview', { file })).rejects.toMatchObject({ code: 'PATH_REFUSED' });
    expect(await ask({ type: 'grant', path: file })).toEqual({ id: 1, answer: file, error: null });
    expect(await client.call('ingest.preview', { file })).toMatchObject({ kind: 'events' });
  });

  it('opens a workspace outside the home folder that the user chose, and reports why it cannot', async () => {
    const { ask } = engineProcess();
    const path = join(testFolder(), 'elsewhere.portrait');
    createWorkspace(path).close();
    expect(await ask({ type: 'open', path })).toMatchObject({ answer: path, error: null });
    const missing = await ask({ type: 'open', path: join(testFolder(), 'none') });
    expect(missing).toMatchObject({ answer: null, error: { code: 'WORKSPACE_NOT_FOUND' } });
  });

  it('returns the path of an export, and closes the workspace on request', async () => {
    const { ask, connect, engine } = engineProcess();
    const client = await connect();
    const { path } = await client.call('workspace.create', { path: 'shop' });
    writeFileSync(join(path, 'exports', 'a.csv'), 'user\n');
    expect(await ask({ type: 'export', name: 'a.csv' })).toMatchObject({ answer: join(path, 'exports', 'a.csv') });
    mkdirSync(join(path, 'exports', 'run-1-bert'));
    expect(await ask({ type: 'export', name: 'run-1-bert' })).toMatchObject({
      answer: join(path, 'exports', 'run-1-bert'),
    });
    expect(await ask({ type: 'export', name: '..' })).toMatchObject({ answer: null });
    expect(await ask({ type: 'export', name: '../workspace.db' })).toMatchObject({ answer: null });
    await ask({ type: 'close' });
    expect(engine.hasWorkspace()).toBe(false);
  });

  it('reports which workspace is open, whichever side opened it', async () => {
    const { ask, connect, engine } = engineProcess();
    const reports: (string | null)[] = [];
    reportWorkspace(engine, ({ path }) => reports.push(path));
    const client = await connect();
    const { path } = await client.call('workspace.create', { path: 'shop' });
    const other = join(testFolder(), 'other.portrait');
    createWorkspace(other).close();
    await ask({ type: 'open', path: other });
    await client.call('workspace.close', {});
    expect(reports).toEqual([path, null, other, null]);
  });

  it('ignores messages that the main process does not send', async () => {
    const { ask } = engineProcess();
    expect(await ask({ type: 'eval', code: '1' })).toBeNull();
    expect(await ask({ type: 'grant' })).toBeNull();
  });
});
