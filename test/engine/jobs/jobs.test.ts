import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../../shared/contract/jobs.ts';
import type { EngineClient } from '../../../shared/protocol/client.ts';
import { testEngine } from '../../support/engine.ts';

async function emptyWorkspace() {
  const { client, home } = testEngine();
  const path = join(home, 'shop.portrait');
  await client.call('workspace.create', { path });
  return { client, path };
}

/** Waits until a job is in a state. */
function reached(client: EngineClient, id: string, state: Job['state'] | 'progress'): Promise<Job> {
  return new Promise((resolve) => {
    const off = client.onEvent((event) => {
      if (event.type !== 'job' || event.job.id !== id) return;
      if (event.job.state !== state && !(state === 'progress' && event.job.progress)) return;
      off();
      resolve(event.job);
    });
  });
}

const eventsIn = async (client: EngineClient) => (await client.call('workspace.info', {})).workspace!.events;

describe('a job', () => {
  it('tells its progress, ends with its result, and is kept', async () => {
    const { client, path } = await emptyWorkspace();
    const seen: Job[] = [];
    const report = await client.run('sample.import', { users: 60 }, (job) => seen.push(job));
    expect(report.events).toBe(await eventsIn(client));
    expect(seen.some((job) => job.progress !== null)).toBe(true);
    expect(seen.at(-1)).toMatchObject({ state: 'done', kind: 'sample.import', error: null });
    await client.call('workspace.close', {});
    await client.call('workspace.open', { path });
    expect((await client.call('jobs.list', {})).jobs).toMatchObject([{ id: 'job-1', state: 'done' }]);
  });

  it('leaves the engine free to answer', async () => {
    const { client } = await emptyWorkspace();
    const order: string[] = [];
    const id = await client.start('sample.import', { users: 500 });
    const done = reached(client, id, 'done').then(() => order.push('job'));
    await reached(client, id, 'progress');
    await client.call('workspace.info', {});
    order.push('info');
    await done;
    expect(order).toEqual(['info', 'job']);
  });

  it('that is cancelled ends as such and leaves the workspace as it was', async () => {
    const { client } = await emptyWorkspace();
    const id = await client.start('sample.import', { users: 2000 });
    await reached(client, id, 'progress');
    await client.call('jobs.cancel', { job: id });
    const ended = await reached(client, id, 'cancelled');
    expect(ended.error?.code).toBe('CANCELLED');
    expect(await eventsIn(client)).toBe(0);
  });

  it('waits for the one before it, and can be cancelled while it waits', async () => {
    const { client } = await emptyWorkspace();
    const first = await client.start('sample.import', { users: 100 });
    const second = await client.start('sample.import', { users: 100, seed: 9 });
    const states = (await client.call('jobs.list', {})).jobs.map((job) => job.state);
    expect(states).toEqual(['running', 'queued']);
    await client.call('jobs.cancel', { job: second });
    await reached(client, first, 'done');
    expect((await client.call('jobs.list', {})).jobs.map((job) => job.state)).toEqual(['done', 'cancelled']);
  });

  it('that fails says why, with a code and a hint', async () => {
    const { client } = await emptyWorkspace();
    await expect(client.run('train.start', {})).rejects.toMatchObject({ code: 'NO_EVENTS', hint: expect.any(String) });
    const [job] = (await client.call('jobs.list', {})).jobs;
    expect(job).toMatchObject({ state: 'failed', resumable: true });
    await expect(client.call('jobs.log', { job: 'job-9' })).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' });
  });
});
