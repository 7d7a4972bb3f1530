import { once } from 'node:events';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { EngineClient } from '../../../shared/protocol/client.ts';
import type { Port } from '../../../shared/protocol/port.ts';

/** Engine with a single method in a separate thread. */
const SERVER = `
  import { workerData } from 'node:worker_threads';
  const { serve } = await import(workerData.server);
  const { port } = workerData;
  const engine = {
    call: async (method) => {
      if (method === 'workspace.close') process.exit();
      if (method !== 'map.points') throw new Error('not this one');
      const n = 200_000;
      return {
        users: Int32Array.from({ length: n }, (_, i) => i),
        names: { text: '', ends: new Int32Array(0) },
        x: new Float32Array(n).fill(0.5),
        y: new Float32Array(n),
        cluster: new Int32Array(n),
      };
    },
    onEvent: () => () => {},
  };
  serve(engine, {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
    onClose: (listener) => port.on('close', listener),
    close: () => port.close(),
  });
`;

function adapt(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
    onClose: (listener) => port.on('close', listener),
    close: () => port.close(),
  };
}

function connected() {
  const { port1, port2 } = new MessageChannel();
  const server = new URL('../../../shared/protocol/server.ts', import.meta.url).href;
  const source = new URL(`data:text/javascript,${encodeURIComponent(SERVER)}`);
  const worker = new Worker(source, { workerData: { port: port1, server }, transferList: [port1] });
  onTestFinished(async () => {
    await worker.terminate();
  });
  return { client: new EngineClient(adapt(port2)), worker };
}

it('transfers large typed arrays out of a real worker', async () => {
  const { client } = connected();
  const { users, x } = await client.call('map.points', { map: 'map-1' });
  expect(users).toBeInstanceOf(Int32Array);
  expect([users.length, users[199_999], x[7]]).toEqual([200_000, 199_999, 0.5]);
  await expect(client.call('jobs.list', {})).rejects.toMatchObject({ code: 'INTERNAL', message: 'not this one' });
});

it('rejects pending calls when the worker dies', async () => {
  const { client, worker } = connected();
  const calls = Promise.allSettled([client.call('workspace.close', {}), client.call('map.points', { map: 'map-1' })]);
  await once(worker, 'exit');
  for (const call of await calls) expect(call).toMatchObject({ status: 'rejected', reason: { code: 'ENGINE_GONE' } });
});
