import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { waitPolling } from '../../../electron/engine/threads/barrier.ts';
import { sharedInts } from '../../../electron/engine/threads/shared-memory.ts';

/** Increments the counter a hundred times, a few milliseconds apart. */
const INCREMENTING = `
  const { workerData: counter } = require('node:worker_threads');
  for (let i = 0; i < 100; i++) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3);
    Atomics.add(counter, 0, 1);
    Atomics.notify(counter, 0);
  }`;

it('waiting for a counter serves the event loop, however often the counter is incremented', async () => {
  const counter = sharedInts(1);
  const worker = new Worker(INCREMENTING, { eval: true, workerData: counter });
  const polledCounts: number[] = [];
  await waitPolling(counter, 100, () => polledCounts.push(Atomics.load(counter, 0)));
  expect(polledCounts.filter((count) => count > 0 && count < 100).length).toBeGreaterThan(3);
  await worker.terminate();
});
