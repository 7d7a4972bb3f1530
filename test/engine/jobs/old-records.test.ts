import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testEngine } from '../../support/engine.ts';

const CANCELLED = { code: 'CANCELLED', message: 'Cancelled.', hint: '' };

/** A workspace with the records of jobs that were cancelled one after another. */
async function withRecords(records: readonly { id: string; resumeState?: object }[]) {
  const { client, home } = testEngine();
  const path = join(home, 'shop.portrait');
  await client.call('workspace.create', { path });
  await client.call('workspace.close', {});
  records.forEach(({ id, resumeState = {} }, started) => {
    const times = { started, ended: started, progress: null, secondsLeft: null };
    const job = { id, kind: 'train.start', state: 'cancelled', ...times, error: CANCELLED, resumable: true };
    mkdirSync(join(path, 'jobs', id), { recursive: true });
    writeFileSync(join(path, 'jobs', id, 'job.json'), JSON.stringify({ job, input: {}, resumeState, output: null }));
  });
  await client.call('workspace.open', { path });
  const { jobs } = await client.call('jobs.list', {});
  return { ids: jobs.map(({ id }) => id), folders: readdirSync(join(path, 'jobs')) };
}

describe('opening a workspace', () => {
  it('deletes the records of all but the newest 200 ended jobs, and none that has something to resume', async () => {
    const records = Array.from({ length: 300 }, (_, i) => ({ id: `job-${i + 1}` }));
    const resumable = { id: 'job-7', resumeState: { run: 'run-1' } };
    const { ids, folders } = await withRecords(records.with(6, resumable));
    const newest = records.slice(100).map(({ id }) => id);
    expect(ids).toEqual(['job-7', ...newest]);
    expect(folders.toSorted()).toEqual(['job-7', ...newest].toSorted());
  });
});
