import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { waitAndHear } from '../../../electron/engine/threads/barrier.ts';
import { sharedInts } from '../../../electron/engine/threads/shared-memory.ts';

/** Counts up a hundred times, a few milliseconds apart. */
const COUNTING = `
  const { workerData: counter } = require('node:worker_threads');
  for (let i = 0; i < 100; i++) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3);
    Atomics.add(counter, 0, 1);
    Atomics.notify(counter, 0);
  }`;

it('whoever waits for a counter hears of other things meanwhile, however often it is counted up', async () => {
  const counter = sharedInts(1);
  const worker = new Worker(COUNTING, { eval: true, workerData: counter });
  const heard: number[] = [];
  await waitAndHear(counter, 100, () => heard.push(Atomics.load(counter, 0)));
  expect(heard.filter((count) => count > 0 && count < 100).length).toBeGreaterThan(3);
  await worker.terminate();
});
