import { beforeEach, describe, expect, it } from 'vitest';
import { type Curve, useCurves, withPoint } from '../../renderer/engine/curves.ts';
import type { Job } from '../../shared/contract/jobs.ts';

const job = (id: string, done: number, figures?: Record<string, number>): Job => ({
  ...{ id, kind: 'train.start', state: 'running', started: 0, ended: null, secondsLeft: null, error: null },
  resumable: false,
  progress: { stage: 'train.steps', done, total: 9, unit: 'steps', ...(figures ? { figures } : {}) },
});

describe('the curve of a figure', () => {
  it('has one point a place, the last that was told', () => {
    const curve = [
      [1, 9],
      [4, 8],
      [4, 7],
      [5, 6],
    ] as const;
    expect(curve.reduce<Curve>(withPoint, [])).toEqual([
      [1, 9],
      [4, 7],
      [5, 6],
    ]);
  });

  it('stays short however long the job runs, and keeps its first and last points', () => {
    let curve: Curve = [];
    for (let x = 0; x < 10_000; x++) curve = withPoint(curve, [x, x]);
    expect(curve.length).toBeLessThanOrEqual(2000);
    expect([curve[0], curve.at(-1)]).toEqual([
      [0, 0],
      [9999, 9999],
    ]);
  });
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
});
