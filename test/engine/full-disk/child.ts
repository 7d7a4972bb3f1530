import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Engine } from '../../../electron/engine/engine.ts';
import { portraitHome } from '../../../electron/engine/home.ts';
import { unrestrictedPaths } from '../../../electron/engine/unrestricted-paths.ts';
import type { Job } from '../../../shared/contract/jobs.ts';
import { errorShape } from '../../../shared/errors.ts';
import { EngineClient } from '../../../shared/protocol/client.ts';
import { portPair } from '../../../shared/protocol/port.ts';
import { serve } from '../../../shared/protocol/server.ts';
import { usedBytes } from './quota.ts';

/** Runs a scenario in a workspace on a disk that runs full, and prints what happened: `child.ts SCENARIO WORKSPACE`. */
const [scenario = '', path = ''] = process.argv.slice(2);
const UNLIMITED = 2 ** 40;
const SMALL = { width: 16, layers: 1, heads: 2, length: 16, epochs: 2, batchSize: 32 };
/** A training whose first epoch, after which it writes a checkpoint, takes long. */
const LONG = { ...SMALL, width: 64, layers: 4, batchSize: 1, epochs: 10_000 };
/** Number of fill levels, and levels in the bytes that a finished run takes; its training takes several times as many. */
const LEVELS = 28;
const LEVELS_PER_RUN = 7;

const setRoom = (bytes: number) => writeFileSync(process.env.QUOTA_FILE ?? '', String(usedBytes() + bytes));
setRoom(UNLIMITED);
const engine = new Engine(unrestrictedPaths(portraitHome()), { pace: { settleMs: 20, pollMs: 40 } });
const [near, far] = portPair();
serve(engine, far);
const client = new EngineClient(near);
await client.call('workspace.open', { path });

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'DONE',
    (error: unknown) => errorShape(error).code,
  );
const train = (config: typeof SMALL) => codeOf(client.run('train.start', { config }));
const startTraining = (config: typeof SMALL) => codeOf(client.start('train.start', { config }));
const jobs = async () => (await client.call('jobs.list', {})).jobs;
const states = async () => (await jobs()).map(({ state }) => state);
const runs = async () => (await client.call('train.runs', {})).runs.length;
const folders = () => readdirSync(join(path, 'models'));
const unfinished = () =>
  readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(part|partial)$/.test(name));

const hasCheckpoint = (run: string) => existsSync(join(path, 'models', run, 'checkpoints', 'last.safetensors'));

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(10);
}

const jobIs = (id: string, matches: (job: Job) => boolean) =>
  until(async () => (await jobs()).some((job) => job.id === id && matches(job)));

const scenarios: Record<string, () => Promise<unknown>> = {
  /** Trains with no room, and with ever more. */
  async trainings() {
    const before = usedBytes();
    await train(SMALL);
    const needed = usedBytes() - before;
    const outcomes = [];
    for (let level = 0; level < LEVELS; level++) {
      const earlierFolders = folders();
      setRoom((needed * level) / LEVELS_PER_RUN);
      const code = await train(SMALL);
      const newFolders = folders().filter((name) => !earlierFolders.includes(name));
      const hasLeftovers = code !== 'DONE' && !newFolders.every(hasCheckpoint);
      outcomes.push({ code, hasLeftovers, unfinished: unfinished(), answers: (await runs()) > 0 });
    }
    setRoom(UNLIMITED);
    return { outcomes, end: await train(SMALL), states: await states() };
  },

  /** Trains on a disk that has room only where deleted runs are: none to start a job, then none to end it. */
  async trash() {
    const deleteNewest = async () => {
      const [newest] = (await client.call('train.runs', {})).runs.toSorted((a, b) => b.created - a.created);
      await client.call('train.delete', { run: newest!.id });
    };
    await train({ ...SMALL, width: 64 });
    await train({ ...SMALL, width: 64 });
    await deleteNewest();
    setRoom(0);
    const withoutRoom = await train(SMALL);
    setRoom(UNLIMITED);
    await deleteNewest();
    await deleteNewest();
    setRoom(64 * 1024);
    const withLittleRoom = await train(SMALL);
    return { withoutRoom, withLittleRoom, states: await states(), runs: await runs(), unfinished: unfinished() };
  },

  /** Starts and resumes trainings on a full disk, where another one is cancelled, and starts one when there is room. */
  async refused() {
    const running = await client.start('train.start', { config: LONG });
    await jobIs(running, ({ progress }) => (progress?.done ?? 0) > 0);
    setRoom(0);
    const refusals = [await startTraining(SMALL), await startTraining(SMALL), await startTraining(SMALL)];
    const listed = await states();
    await client.call('jobs.cancel', { job: running });
    await jobIs(running, ({ state }) => state === 'cancelled');
    // The cancelled training has made room by deleting its files.
    setRoom(0);
    const resumption = await codeOf(client.call('jobs.resume', { job: running }));
    const resumable = (await jobs()).find(({ id }) => id === running)?.resumable;
    setRoom(UNLIMITED);
    return {
      refusals,
      listed,
      resumption,
      resumable,
      end: await train(SMALL),
      states: await states(),
      runs: await runs(),
    };
  },

  /** Watches a folder while the disk is full and afterwards. */
  async watch() {
    const folder = join(dirname(process.env.QUOTA_FILE ?? ''), 'exports');
    await client.call('ingest.watch', { folder });
    const log = join(portraitHome(), 'logs', 'engine.log');
    setRoom(0);
    writeFileSync(join(folder, 'a.csv'), 'user,time,action,item\na,2024-05-01 10:00:00,view,i1\n');
    await until(() => existsSync(log) && readFileSync(log, 'utf8').includes('DISK_FULL'));
    const before = await states();
    setRoom(UNLIMITED);
    const imports = async () => (await client.call('ingest.imports', {})).imports.map(({ file }) => file);
    await until(async () => (await imports()).includes('a.csv') && !(await states()).includes('running'));
    return { before, states: await states() };
  },
};

const result = await scenarios[scenario]?.();
client.close();
await engine.close();
process.stdout.write(JSON.stringify(result));
