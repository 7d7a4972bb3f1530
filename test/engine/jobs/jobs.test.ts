import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session } from '../../../electron/cli/session.ts';
import type { Job } from '../../../shared/contract/jobs.ts';
import { Spawned } from '../../cli/portrait.ts';
import { testEngine } from '../../support/engine.ts';

const SAMPLE = { users: 150 };
/** A training that would take very long. */
const LONG = { config: { epochs: 10_000, width: 16, layers: 1, length: 16 } };

const prepared = join(mkdtempSync(join(tmpdir(), 'portrait-test-')), 'shop.portrait');

beforeAll(async () => {
  const session = new Session();
  await session.client.call('workspace.create', { path: prepared });
  await session.client.run('sample.import', SAMPLE);
  await session.close();
});
afterAll(() => rmSync(dirname(prepared), { recursive: true }));

async function withSample() {
  const { client, engine, home } = testEngine();
  const path = join(home, 'shop.portrait');
  cpSync(prepared, path, { recursive: true });
  await client.call('workspace.open', { path });
  /** Resolves with the job once it satisfies the predicate. */
  const when = (id: string, matches: (job: Job) => boolean) =>
    new Promise<Job>((resolve) => {
      const unsubscribe = client.onEvent((event) => {
        if (event.type !== 'job' || event.job.id !== id || !matches(event.job)) return;
        unsubscribe();
        resolve(event.job);
      });
    });
  const jobOf = async (id: string) => (await client.call('jobs.list', {})).jobs.find((job) => job.id === id);
  return { client, engine, home, path, when, jobOf };
}

const working = (job: Job) => job.progress !== null && job.progress.done > 0;

describe('a job', () => {
  it('reports its progress, ends with its output, and has a log', async () => {
    const { client } = await withSample();
    const updates: Job[] = [];
    const events: string[] = [];
    client.onEvent((event) => events.push(event.type === 'job' ? event.job.state : event.type));
    const output = await client.run('train.start', { config: { ...LONG.config, epochs: 2 } }, (job) =>
      updates.push(job),
    );
    expect(output.steps).toBeGreaterThan(0);
    expect(updates.map(({ state }) => state)).toContain('running');
    const progress = updates.flatMap((job) => job.progress ?? []);
    expect(progress.length).toBeGreaterThan(0);
    for (const { done, total, unit } of progress) {
      expect(done).toBeLessThanOrEqual(total);
      expect(unit).not.toBe('');
    }
    expect(updates.at(-1)).toMatchObject({ state: 'done', error: null, resumable: false, ended: expect.any(Number) });
    expect(events.slice(-2), 'what is stale is known before the job is over').toEqual(['changed', 'done']);
    const { lines } = await client.call('jobs.log', { job: updates[0]!.id });
    expect(lines.join('\n')).toContain('epoch 1');
  });

  it('sends a late client its whole curve, and continues the curve when it is resumed', async () => {
    const { client, when } = await withSample();
    const id = await client.start('train.start', { config: { ...LONG.config, checkpointSteps: 1 } });
    const { progress } = await when(id, (job) => (job.progress?.done ?? 0) >= 10);
    const { curves } = await client.call('jobs.curves', { job: id });
    const { at, value } = curves.loss!;
    expect(at[0]).toBeLessThan(progress!.done);
    expect([...at]).toEqual([...new Set(at)].sort((a, b) => a - b));
    expect(value[at.indexOf(progress!.done)]).toBeCloseTo(progress!.figures!.loss!, 5);
    const cancellation = when(id, ({ state }) => state === 'cancelled');
    await client.call('jobs.cancel', { job: id });
    await cancellation;
    const { job } = await client.call('jobs.resume', { job: id });
    const resumed = await when(job, working);
    const { loss } = (await client.call('jobs.curves', { job })).curves;
    expect(loss!.at[0]).toBe(at[0]);
    expect(loss!.at.at(-1)).toBeGreaterThanOrEqual(resumed.progress!.done);
  });

  it('can be cancelled, is then resumable, and logs no failure', async () => {
    const { client, when } = await withSample();
    const id = await client.start('train.start', LONG);
    await when(id, working);
    const cancellation = when(id, ({ state }) => state === 'cancelled');
    await client.call('jobs.cancel', { job: id });
    expect(await cancellation).toMatchObject({ state: 'cancelled', resumable: true, error: { code: 'CANCELLED' } });
    expect((await client.call('jobs.log', { job: id })).lines.join('\n')).not.toContain('Error');
    expect((await client.call('train.runs', {})).runs).toEqual([]);
  });

  it('leaves the engine responsive', async () => {
    const { client, when, jobOf } = await withSample();
    const id = await client.start('train.start', LONG);
    await when(id, working);
    for (let i = 0; i < 20; i++) {
      const { workspace } = await client.call('workspace.info', {});
      expect(workspace?.users).toBe(SAMPLE.users);
    }
    expect(await jobOf(id)).toMatchObject({ state: 'running' });
    await client.call('jobs.cancel', { job: id });
    await when(id, ({ state }) => state === 'cancelled');
  });

  it('waits for another that writes, and can be cancelled while it waits', async () => {
    const { client, when, jobOf } = await withSample();
    const first = await client.start('train.start', LONG);
    await when(first, working);
    const second = await client.start('train.start', LONG);
    expect(await jobOf(second)).toMatchObject({ state: 'queued' });
    await client.call('jobs.cancel', { job: second });
    expect(await jobOf(second)).toMatchObject({ state: 'cancelled' });
    await client.call('jobs.cancel', { job: first });
    await when(first, ({ state }) => state === 'cancelled');
  });

  it('is marked as interrupted if its workspace is closed, and resumes from its saved state', async () => {
    const { client, path, when, jobOf } = await withSample();
    const config = { ...LONG.config, epochs: 12 };
    const id = await client.start('train.start', { config });
    await when(id, (job) => (job.progress?.figures?.epoch ?? 0) >= 3);
    await client.call('workspace.close', {});
    await client.call('workspace.open', { path });
    expect(await jobOf(id)).toMatchObject({ state: 'failed', resumable: true, error: { code: 'INTERRUPTED' } });
    const summary = await client.resume('train.start', id);
    expect(summary.run).toBe('run-1');
    expect(await jobOf(id)).toMatchObject({ resumable: false });
    const { epochs } = await client.call('train.run', { run: 'run-1' });
    expect([...epochs]).toEqual(Array.from({ length: 12 }, (_, epoch) => epoch + 1));
  });

  it('is marked as interrupted after a crash of the process, with its workspace intact', async () => {
    const { client, path, engine } = await withSample();
    await engine.close();
    const settings = Object.entries(LONG.config).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
    const training = new Spawned(['train', path, ...settings]);
    await expect.poll(() => training.partialResult.stderr, { timeout: 30_000 }).toContain('Training: ');
    training.kill('SIGKILL');
    await training.completion;
    await client.call('workspace.open', { path });
    const { jobs } = await client.call('jobs.list', {});
    expect(jobs.at(-1)).toMatchObject({
      kind: 'train.start',
      state: 'failed',
      resumable: true,
      error: { code: 'INTERRUPTED' },
    });
    expect((await client.call('workspace.info', {})).workspace).toMatchObject({ users: SAMPLE.users, runs: [] });
  });

  it('that is killed during an import leaves none of it', async () => {
    const { client, home, engine } = testEngine();
    const { path } = await client.call('workspace.create', { path: join(home, 'shop.portrait') });
    await engine.close();
    const file = join(home, 'large.csv');
    writeFileSync(file, largeExport(150_000));
    const importing = new Spawned(['import', path, file]);
    await expect
      .poll(() => importing.partialResult.stderr, { timeout: 30_000, interval: 5 })
      .toContain('Writing events: ');
    importing.kill('SIGKILL');
    await importing.completion;
    await client.call('workspace.open', { path });
    expect((await client.call('workspace.info', {})).workspace).toMatchObject({ events: 0, users: 0, imports: 0 });
    const [job] = (await client.call('jobs.list', {})).jobs;
    expect(job).toMatchObject({ state: 'failed', resumable: true, error: { code: 'INTERRUPTED' } });
    expect(await client.resume('ingest.run', job!.id)).toMatchObject({ events: 150_000 });
  });
});

function largeExport(rows: number): string {
  const lines = ['user_id,event_time,event_type,product_id'];
  for (let row = 0; row < rows; row++) {
    const second = String(row % 60).padStart(2, '0');
    const minute = String(Math.floor(row / 60) % 60).padStart(2, '0');
    const hour = String(Math.floor(row / 3600) % 24).padStart(2, '0');
    const day = String(1 + Math.floor(row / 86_400)).padStart(2, '0');
    lines.push(`u${row % 5000},2024-01-${day} ${hour}:${minute}:${second},view,i${row % 900}`);
  }
  return `${lines.join('\n')}\n`;
}
