import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session } from '../../../electron/cli/session.ts';
import { Spawned } from '../../cli/portrait.ts';
import { writeShop } from '../../cli/shop-csv.ts';
import { testFolder } from '../../support/folder.ts';

const child = fileURLToPath(new URL('child.ts', import.meta.url));
const quota = fileURLToPath(new URL('quota.ts', import.meta.url));
const prepared = join(mkdtempSync(join(tmpdir(), 'portrait-test-')), 'shop.portrait');

beforeAll(async () => {
  const session = new Session();
  await session.client.call('workspace.create', { path: prepared });
  await session.client.run('ingest.run', { files: [{ file: writeShop(dirname(prepared), 40) }] });
  await session.close();
});
afterAll(() => rmSync(dirname(prepared), { recursive: true }));

/** Runs a scenario of `child.ts` in a copy of the workspace; returns what it printed, and the path of the copy. */
async function onFullDisk(scenario: string) {
  const folder = testFolder();
  for (const name of ['disk', 'home', 'exports']) mkdirSync(join(folder, name));
  const path = join(folder, 'disk', 'shop.portrait');
  cpSync(prepared, path, { recursive: true });
  const env = {
    PORTRAIT_HOME: join(folder, 'home'),
    QUOTA_FOLDER: join(folder, 'disk'),
    QUOTA_FILE: join(folder, 'quota'),
  };
  const run = new Spawned([scenario, path], {
    file: child,
    nodeArgs: ['--import', quota],
    env,
  });
  const { code, stdout, stderr } = await run.completion;
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return { path, result: JSON.parse(stdout) };
}

describe('on a full disk', { timeout: 240_000 }, () => {
  it('a training ends with DISK_FULL at any fill level, leaves no half file, and the engine goes on', async () => {
    const { path, result } = await onFullDisk('trainings');
    const { outcomes, end, states } = result;
    const full = outcomes.filter(({ code }: { code: string }) => code !== 'DONE');
    expect(full.length).toBeGreaterThanOrEqual(20);
    for (const outcome of full)
      expect(outcome).toEqual({ code: 'DISK_FULL', hasLeftovers: false, unfinished: [], answers: true });
    expect(end).toBe('DONE');
    expect(states).not.toContain('running');
    const records = readdirSync(join(path, 'jobs')).map((id) =>
      JSON.parse(readFileSync(join(path, 'jobs', id, 'job.json'), 'utf8')),
    );
    expect(records.map(({ job }) => job.state).toSorted()).toEqual(states.toSorted());
  });

  it('a job is refused and never runs; one that runs can be cancelled, and be resumed when there is room', async () => {
    const { result } = await onFullDisk('refused');
    expect(result).toEqual({
      refusals: ['DISK_FULL', 'DISK_FULL', 'DISK_FULL'],
      listed: ['done', 'running'],
      resumption: 'DISK_FULL',
      resumable: true,
      end: 'DONE',
      states: ['done', 'cancelled', 'done'],
      runs: 1,
    });
  });

  it('a job starts, and goes on, in the room that the files of deleted runs took', async () => {
    const { result } = await onFullDisk('trash');
    expect(result).toEqual({
      withoutRoom: 'DONE',
      withLittleRoom: 'DONE',
      states: expect.not.arrayContaining(['failed', 'running']),
      runs: 1,
      unfinished: [],
    });
  });

  it('a watched folder waits, and its files are imported when there is room', async () => {
    const { result } = await onFullDisk('watch');
    expect(result).toEqual({ before: ['done'], states: ['done', 'done'] });
  });
});
