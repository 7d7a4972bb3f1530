import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Job } from '../../../shared/contract/jobs.ts';
import { EngineClient } from '../../../shared/protocol/client.ts';
import { portPair } from '../../../shared/protocol/port.ts';
import { serve } from '../../../shared/protocol/server.ts';

const stored = vi.hoisted(() => {
  const values = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => values.set(key, value),
  });
  return values;
});
const { followUp } = await import('../../../renderer/engine/follow-up.ts');
const { useAfterTraining } = await import('../../../renderer/engine/after-training.ts');

const job = (id: number, kind: string, state: Job['state']): Job => ({
  ...{ id: `job-${id}`, kind, state, started: 100 + id, ended: null, progress: null, secondsLeft: null },
  ...{ error: null, resumable: false },
});

/** A window on an engine whose trainings and profiles belong to run-1, and the jobs that the window starts. */
function openWindow() {
  const [near, far] = portPair();
  const started: string[] = [];
  serve(
    {
      call: async (method) => {
        if (method === 'jobs.result') return { output: { run: 'run-1' } };
        if (method === 'jobs.list') return { jobs: started.map((kind, at) => job(50 + at, kind, 'queued')) };
        started.push(method);
        return { job: `job-${50 + started.length - 1}` };
      },
      onEvent: () => () => {},
    },
    far,
  );
  return { client: new EngineClient(near), started };
}

const train = (state: Job['state']) => job(1, 'train.start', state);

beforeEach(() => {
  stored.clear();
  useAfterTraining.setState({ evaluate: true, map: true });
});

describe('after a training', () => {
  it('its evaluation and the profiles start, and the map once the profiles are done', async () => {
    const { client, started } = openWindow();
    await followUp(train('running'), client);
    await followUp(train('done'), client);
    expect(started).toEqual(['train.evaluate', 'profile.compute']);
    await followUp(job(51, 'profile.compute', 'done'), client);
    expect(started).toEqual(['train.evaluate', 'profile.compute', 'map.compute']);
  });

  it('the map starts too if the profiles waited in the queue, from which their start counts anew', async () => {
    const { client, started } = openWindow();
    await followUp(train('running'), client);
    await followUp(train('done'), client);
    const profiles = { ...job(51, 'profile.compute', 'done'), started: 9000 };
    await followUp(profiles, client);
    await followUp(profiles, client);
    expect(started.filter((method) => method === 'map.compute')).toHaveLength(1);
  });

  it('only what is switched on starts', async () => {
    useAfterTraining.setState({ evaluate: false, map: false });
    const { client, started } = openWindow();
    await followUp(train('running'), client);
    await followUp(train('done'), client);
    expect(started).toEqual([]);
  });

  it('the same starts in a window that was reloaded meanwhile, and only once', async () => {
    await followUp(train('running'), openWindow().client);
    const reloaded = openWindow();
    await followUp(train('done'), reloaded.client);
    await followUp(train('done'), openWindow().client);
    expect(reloaded.started).toEqual(['train.evaluate', 'profile.compute']);
  });

  it('nothing starts if it ended before the window was open, failed or was cancelled', async () => {
    const { client, started } = openWindow();
    await followUp(train('done'), client);
    for (const state of ['failed', 'cancelled'] as const) {
      await followUp(job(2, 'train.start', 'running'), client);
      await followUp(job(2, 'train.start', state), client);
    }
    expect(started).toEqual([]);
  });

  it('profiles that a person computes are not followed by a map', async () => {
    const { client, started } = openWindow();
    await followUp(job(3, 'profile.compute', 'running'), client);
    await followUp(job(3, 'profile.compute', 'done'), client);
    expect(started).toEqual([]);
  });
});
