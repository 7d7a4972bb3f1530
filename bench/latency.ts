import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSample } from '../electron/engine/sample/write-sample.ts';
import type { EngineClient } from '../shared/protocol/client.ts';
import type { Bench, Row } from './row.ts';
import { inWorkspace } from './support/in-workspace.ts';

const QUERIES = 200;

/**
 * Waiting times: the response time while a model trains and while nothing runs, and the time to create the sample shop.
 */
const bench: Bench = async () => [await answerWhileTraining(), sampleShop()];
export default bench;

function answerWhileTraining(): Promise<Row> {
  return inWorkspace(async (client) => {
    await client.run('sample.import', { users: 150 });
    const idle = await medianAnswer(client);
    const config = { epochs: 10_000, width: 16, layers: 1, length: 16 };
    const job = await client.start('train.start', { config });
    await trainingStarted(client, job);
    const training = await medianAnswer(client);
    await client.call('jobs.cancel', { job });
    return {
      case: `answer to workspace.info while a model trains, median of ${QUERIES}`,
      figure: training,
      unit: 'ms',
      peer: 'while nothing runs',
      peerFigure: idle,
      ratio: idle / training,
    };
  });
}

function trainingStarted(client: EngineClient, id: string): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = client.onEvent((event) => {
      if (event.type !== 'job' || event.job.id !== id || !event.job.progress?.done) return;
      unsubscribe();
      resolve();
    });
  });
}

/** Returns milliseconds. */
async function medianAnswer(client: EngineClient): Promise<number> {
  const waits: number[] = [];
  for (let i = 0; i < QUERIES; i++) {
    const start = performance.now();
    await client.call('workspace.info', {});
    waits.push(performance.now() - start);
  }
  return waits.sort((a, b) => a - b)[QUERIES / 2]!;
}

function sampleShop(): Row {
  const folder = mkdtempSync(join(tmpdir(), 'portrait-bench-'));
  try {
    const start = performance.now();
    writeSample(folder, { seed: 7, users: 2000 });
    const seconds = (performance.now() - start) / 1000;
    return {
      case: 'sample shop of 2,000 users, written',
      figure: seconds,
      unit: 's',
      peer: '',
      peerFigure: null,
      ratio: null,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
