import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testEngine } from '../../support/engine.ts';
import { killDuring } from '../../support/killed.ts';

describe('a process that is killed', () => {
  it('in the middle of an import leaves no trace of it', async () => {
    const { client, home } = testEngine();
    const path = join(home, 'shop.portrait');
    await client.call('workspace.create', { path });
    await client.call('workspace.close', {});
    const { finished } = await killDuring(path, 'sample.import', { users: 1000 }, (line) =>
      /^import\.write [1-9]/.test(line),
    );
    expect(finished).toBe(false);
    await client.call('workspace.open', { path });
    expect((await client.call('workspace.info', {})).workspace).toMatchObject({ events: 0, users: 0, imports: 0 });
    expect((await client.call('jobs.list', {})).jobs).toMatchObject([
      { state: 'failed', error: { code: 'INTERRUPTED' } },
    ]);
  });

  it('in the middle of a training leaves a job that can be resumed, to the same weights as if nothing had happened', async () => {
    const { client, home } = testEngine();
    const path = join(home, 'shop.portrait');
    await client.call('workspace.create', { path });
    await client.run('sample.import', { users: 80 });
    const config = { epochs: 4, width: 16, length: 24 };
    const whole = await client.run('train.start', { config });
    await client.call('workspace.close', {});

    const { finished } = await killDuring(path, 'train.start', { config }, (line) => line.includes('"epoch":3'));
    expect(finished).toBe(false);
    await client.call('workspace.open', { path });
    const job = (await client.call('jobs.list', {})).jobs.at(-1)!;
    expect(job).toMatchObject({
      kind: 'train.start',
      state: 'failed',
      error: { code: 'INTERRUPTED' },
      resumable: true,
    });
    expect((await client.call('train.runs', {})).runs).toHaveLength(1);

    const done = new Promise<void>((resolve, reject) => {
      client.onEvent((event) => {
        if (event.type !== 'job' || event.job.kind !== 'train.start') return;
        if (event.job.state === 'done') resolve();
        if (event.job.state === 'failed') reject(new Error(event.job.error?.message));
      });
    });
    await client.call('jobs.resume', { job: job.id });
    await done;
    const { runs } = await client.call('train.runs', {});
    expect(runs).toHaveLength(2);
    const resumed = runs.find((run) => run.id !== whole.run)!;
    expect(resumed.summary.validation).toEqual(whole.validation);
    expect(resumed.summary.events).toBe(whole.events);
  });
});
