import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../electron/engine/store/workspace.ts';
import { testEngine } from '../../support/engine.ts';
import { logEntries } from '../log/log-entries.ts';

/** A job record, as in `jobs/<folder>/job.json`. */
const record = (id: string, kind = 'train.start') => ({
  job: {
    ...{ id, kind, state: 'running', started: 1, ended: null, progress: null, secondsLeft: null, error: null },
    resumable: false,
  },
  input: { config: {} },
  remembered: {},
  output: null,
});

/** An engine, and a closed workspace with job records by the name of their folder. */
function plantedWorkspace(records: Readonly<Record<string, unknown>>) {
  const { client, home } = testEngine();
  const path = join(home, 'shop.portrait');
  createWorkspace(path).close();
  for (const [folder, content] of Object.entries(records)) {
    mkdirSync(join(path, 'jobs', folder));
    writeFileSync(
      join(path, 'jobs', folder, 'job.json'),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  }
  return { client, home, path };
}

describe('a job record in a workspace of unknown origin', () => {
  it('is ignored and logged if its id is not the name of its folder, so that nothing is written elsewhere', async () => {
    const { client, home, path } = plantedWorkspace({
      zz: record('../../pwned'),
      'job-1': record('job-1'),
      'job-2': record('job-9'),
      'job-3': '{"job":',
      '..pwned': record('..pwned'),
    });
    await client.call('workspace.open', { path });
    const { jobs } = await client.call('jobs.list', {});
    expect(jobs.map(({ id, state }) => `${id} ${state}`)).toEqual(['job-1 failed']);
    expect(readdirSync(home).sort()).toEqual(['logs', 'recents.json', 'shop.portrait']);
    expect(logEntries(home).filter(({ msg }) => msg === 'job record ignored')).toHaveLength(4);
  });

  it('of an unknown kind cannot be resumed', async () => {
    const { client, path } = plantedWorkspace({ 'job-1': record('job-1', 'evil.run') });
    await client.call('workspace.open', { path });
    await expect(client.call('jobs.resume', { job: 'job-1' })).rejects.toMatchObject({ code: 'JOB_NOT_RESUMABLE' });
  });

  it('is not resumed if its run is a path', async () => {
    const { client, home, path } = plantedWorkspace({});
    const other = join(home, 'other');
    mkdirSync(join(other, 'checkpoints'), { recursive: true });
    writeFileSync(join(other, 'training.jsonl'), 'the curve of another run');
    const planted = { ...record('job-1'), remembered: { run: '../../other' } };
    mkdirSync(join(path, 'jobs/job-1'));
    writeFileSync(join(path, 'jobs/job-1/job.json'), JSON.stringify(planted));
    cpSync(other, `${other}.before`, { recursive: true });
    await client.call('workspace.open', { path });
    await expect(client.resume('train.start', 'job-1')).rejects.toMatchObject({ code: 'RUN_NOT_FOUND' });
    expect(readdirSync(other).sort()).toEqual(readdirSync(`${other}.before`).sort());
  });
});

describe('a workspace that is moved while it is open', () => {
  it('refuses new jobs and leaves nothing at its old path, even when it is closed', async () => {
    const { client, path } = plantedWorkspace({});
    await client.call('workspace.open', { path });
    renameSync(path, `${path}.moved`);
    await expect(client.run('train.start', {})).rejects.toMatchObject({ code: 'WORKSPACE_MOVED' });
    await client.call('workspace.close', {});
    expect(existsSync(path)).toBe(false);
    await client.call('workspace.open', { path: `${path}.moved` });
  });
});
