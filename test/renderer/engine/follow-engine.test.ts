import { beforeEach, describe, expect, it } from 'vitest';
import { clearCurves, useCurves } from '../../../renderer/engine/curves.ts';
import { followEngine } from '../../../renderer/engine/follow-engine.ts';
import { attemptKey, useJobs } from '../../../renderer/engine/jobs-store.ts';
import type { EngineEvent, Job } from '../../../shared/contract/jobs.ts';
import { EngineClient } from '../../../shared/protocol/client.ts';
import { portPair } from '../../../shared/protocol/port.ts';
import { serve } from '../../../shared/protocol/server.ts';

const job = (done: number, changes: Partial<Job> = {}): Job => ({
  ...{ id: 'job-1', kind: 'train.start', state: 'running', started: 7, ended: null, secondsLeft: null, error: null },
  resumable: false,
  progress: { stage: 'train.steps', done, total: 99, unit: 'steps', figures: { loss: 10 - done } },
  ...changes,
});
const recorded = (...at: number[]) => ({
  curves: { loss: { at: Float32Array.from(at), value: Float32Array.from(at, (done) => 10 - done) } },
});

/** A window on an engine that answers only when the test says so. */
function openWindow() {
  const [near, far] = portPair();
  const listeners = new Set<(event: EngineEvent) => void>();
  const waiting: { method: string; answer(output: unknown): void; fail(): void }[] = [];
  serve(
    {
      call: (method) =>
        new Promise((resolve, reject) => {
          waiting.push({ method, answer: resolve, fail: () => reject(new Error('gone')) });
        }),
      onEvent(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    far,
  );
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const emit = async (event: EngineEvent) => {
    for (const listener of listeners) listener(event);
    await settle();
  };
  const next = async (method: string) => {
    await settle();
    const at = waiting.findIndex((call) => call.method === method);
    expect(at, `a call of ${method}`).toBeGreaterThanOrEqual(0);
    return waiting.splice(at, 1)[0]!;
  };
  const reply = async (method: string, output: unknown) => {
    (await next(method)).answer(output);
    await settle();
  };
  const fail = async (method: string) => {
    (await next(method)).fail();
    await settle();
  };
  const ready = followEngine(new EngineClient(near));
  return { emit, reply, fail, ready, waiting, report: (reported: Job) => emit({ type: 'job', job: reported }) };
}

const loss = (of = job(0)) => useCurves.getState().byJob[attemptKey(of)]?.loss;
const points = (...at: number[]) => at.map((done) => [done, 10 - done]);
const doneOf = (id: string) => useJobs.getState().byId[id]?.progress?.done;

beforeEach(() => {
  clearCurves();
  useJobs.setState({ byId: {}, sinceRequest: {} });
});

describe('the curves of a training that a window is opened in the middle of', () => {
  it('are shown only when the earlier part has arrived', async () => {
    const { reply, report } = openWindow();
    await report(job(3));
    await report(job(4));
    expect(loss()).toBeUndefined();
    await reply('jobs.list', { jobs: [job(4)] });
    expect(loss()).toBeUndefined();
    await reply('jobs.curves', recorded(0, 1, 2, 3));
    expect(loss()).toEqual(points(0, 1, 2, 3, 4));
    await report(job(5));
    expect(loss()).toEqual(points(0, 1, 2, 3, 4, 5));
  });

  it('are requested once, whichever arrives first', async () => {
    const { reply, report, waiting } = openWindow();
    await reply('jobs.list', { jobs: [job(4)] });
    await report(job(5));
    await report(job(6));
    await reply('jobs.curves', recorded(0, 1, 2, 3, 4, 5));
    expect(loss()).toEqual(points(0, 1, 2, 3, 4, 5, 6));
    expect(waiting).toEqual([]);
  });

  it('start in this window if the engine has none', async () => {
    const { reply, fail, report } = openWindow();
    await reply('jobs.list', { jobs: [] });
    await report(job(1));
    await fail('jobs.curves');
    expect(loss()).toEqual(points(1));
  });

  it('are complete after the connection was lost', async () => {
    const first = openWindow();
    await first.reply('jobs.list', { jobs: [job(0)] });
    await first.reply('jobs.curves', recorded(0));
    const second = openWindow();
    expect(loss()).toBeUndefined();
    await second.reply('jobs.list', { jobs: [job(6)] });
    await second.report(job(7));
    await second.reply('jobs.curves', recorded(0, 1, 2, 3, 4, 5, 6));
    expect(loss()).toEqual(points(0, 1, 2, 3, 4, 5, 6, 7));
  });

  it('are not mixed with those of another workspace, where ids start again', async () => {
    const { reply, report } = openWindow();
    await reply('jobs.list', { jobs: [job(2)] });
    await reply('jobs.curves', recorded(0, 1, 2));
    const other = job(0, { started: 8 });
    await report(other);
    await reply('jobs.curves', recorded(0));
    expect(loss(other)).toEqual(points(0));
  });
});

describe('the list of jobs', () => {
  it('does not overwrite events that arrived while it was requested', async () => {
    const { emit, reply, report, ready } = openWindow();
    await report(job(3));
    await reply('jobs.list', { jobs: [job(2)] });
    await ready;
    expect(doneOf('job-1')).toBe(3);
    await emit({ type: 'changed' });
    await report(job(0, { id: 'job-2', state: 'queued' }));
    await report(job(9, { state: 'done' }));
    await reply('jobs.list', { jobs: [job(8)] });
    expect(useJobs.getState().byId['job-1']).toMatchObject({ state: 'done' });
    expect(doneOf('job-2')).toBe(0);
  });

  it('overwrites events that arrived before the request', async () => {
    const { emit, reply, report } = openWindow();
    await reply('jobs.list', { jobs: [] });
    await report(job(3));
    await emit({ type: 'changed' });
    await reply('jobs.list', { jobs: [] });
    expect(useJobs.getState().byId).toEqual({});
  });
});
