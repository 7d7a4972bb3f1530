import { beforeEach, describe, expect, it } from 'vitest';
import { useCurves } from '../../renderer/engine/curves.ts';
import type { Job } from '../../shared/contract/jobs.ts';

const job = (id: string, done: number, figures?: Record<string, number>): Job => ({
  ...{ id, kind: 'train.start', state: 'running', started: 0, ended: null, secondsLeft: null, error: null },
  resumable: false,
  progress: { stage: 'train.steps', done, total: 9, unit: 'steps', ...(figures ? { figures } : {}) },
});

describe('the curves of jobs', () => {
  beforeEach(() => useCurves.setState({ byJob: {} }));

  it('are kept apart by job and by figure', () => {
    const { add } = useCurves.getState();
    add(job('a', 1, { loss: 3, rate: 10 }));
    add(job('b', 1, { loss: 5 }));
    add(job('a', 2, { loss: 2 }));
    expect(useCurves.getState().byJob).toEqual({
      a: {
        loss: [
          [1, 3],
          [2, 2],
        ],
        rate: [[1, 10]],
      },
      b: { loss: [[1, 5]] },
    });
  });

  it('know nothing of jobs that tell no figures', () => {
    useCurves.getState().add(job('a', 1));
    expect(useCurves.getState().byJob).toEqual({});
  });

  it('begin with what the engine knows, and go on with what this window has seen since', () => {
    const { add, prepend: fill } = useCurves.getState();
    add(job('a', 3, { loss: 4 }));
    fill('a', { loss: { at: Float32Array.of(1, 2, 3), value: Float32Array.of(9, 6, 4) } });
    add(job('a', 4, { loss: 3 }));
    expect(useCurves.getState().byJob.a?.loss).toEqual([
      [1, 9],
      [2, 6],
      [3, 4],
      [4, 3],
    ]);
  });
});
