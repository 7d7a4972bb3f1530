import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../../shared/contract/jobs.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { EngineClient } from '../../../shared/protocol/client.ts';
import { type Port, portPair } from '../../../shared/protocol/port.ts';
import { type Callable, serve } from '../../../shared/protocol/server.ts';

const activity = { days: Int32Array.of(1, 2), actions: ['view'], counts: Int32Array.of(5, 6) };

/** Fake engine; the test controls its answers. */
function scripted(answer: (method: string) => Promise<unknown>) {
  const listeners = new Set<(event: EngineEvent) => void>();
  const engine: Callable = {
    call: answer,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { engine, listeners };
}

function connected(answer: (method: string) => Promise<unknown>) {
  const [near, far] = portPair();
  const { engine, listeners } = scripted(answer);
  serve(engine, far);
  return { client: new EngineClient(near), near, far, listeners };
}

describe('the protocol', () => {
  it('transfers a call and its reply, typed arrays included', async () => {
    const { client } = connected(async () => activity);
    expect(await client.call('workspace.activity', {})).toEqual(activity);
  });

  it('transfers an error with its code, message, hint and details', async () => {
    const shape = { code: 'NO_WORKSPACE', message: 'No workspace is open.', hint: 'Open one.', details: { a: 1 } };
    const { client } = connected(() => Promise.reject(new PortraitError(shape)));
    await expect(client.call('workspace.info', {})).rejects.toMatchObject(shape);
  });

  it('replaces an unexpected error by INTERNAL, without a stack', async () => {
    const { client } = connected(() => Promise.reject(new TypeError('x is undefined')));
    await expect(client.call('workspace.info', {})).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  it('rejects a reply that does not match the contract', async () => {
    const { client } = connected(async () => ({ days: [1, 2] }));
    await expect(client.call('workspace.activity', {})).rejects.toThrow('Int32Array');
  });

  it('ends a cancelled call at once and drops its late reply', async () => {
    let finish: (value: unknown) => void = () => {};
    const { client } = connected(() => new Promise((resolve) => (finish = resolve)));
    const abort = new AbortController();
    const call = client.call('workspace.activity', {}, abort.signal);
    await Promise.resolve();
    abort.abort();
    await expect(call).rejects.toMatchObject({ code: 'CANCELLED' });
    finish(activity);
  });

  it('rejects all pending and later calls when the port closes', async () => {
    const { client, far } = connected(() => new Promise(() => {}));
    const calls = [client.call('workspace.info', {}), client.call('jobs.list', {})];
    far.close();
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'ENGINE_GONE' });
    await expect(client.call('jobs.list', {})).rejects.toMatchObject({ code: 'ENGINE_GONE' });
  });

  it('ignores what is not a message of the protocol, on both sides', async () => {
    const { client, near, far } = connected(async () => ({ jobs: [] }));
    for (const port of [near, far])
      for (const junk of [null, 7, 'call', { type: 'call' }, { type: 'eval' }]) port.post(junk);
    expect(await client.call('jobs.list', {})).toEqual({ jobs: [] });
  });

  it('sends events to every listener until it unsubscribes, and unsubscribes from the engine when the port closes', async () => {
    const { client, far, listeners } = connected(async () => ({}));
    const eventTypes: string[] = [];
    const unsubscribe = client.onEvent((event) => eventTypes.push(event.type));
    for (const tell of listeners) tell({ type: 'changed' });
    await Promise.resolve();
    unsubscribe();
    for (const tell of listeners) tell({ type: 'changed' });
    await Promise.resolve();
    expect(eventTypes).toEqual(['changed']);
    far.close();
    expect(listeners.size).toBe(0);
  });

  it('works the same over a real MessagePort', async () => {
    const { port1, port2 } = new MessageChannel();
    const { engine } = scripted(async () => activity);
    serve(engine, adapt(port1));
    const client = new EngineClient(adapt(port2));
    expect((await client.call('workspace.activity', {})).counts).toEqual(activity.counts);
    client.close();
  });
});

function adapt(port: MessageChannel['port1']): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
    onClose: (listener) => port.on('close', listener),
    close: () => port.close(),
  };
}
