import { beforeEach, describe, expect, it } from 'vitest';
import { addFigures, clearCurves, useCurves } from '../../../renderer/engine/curves.ts';
import type { Job } from '../../../shared/contract/jobs.ts';

const job = (id: string, done: number, figures?: Record<string, number>): Job => ({
  ...{ id, kind: 'train.start', state: 'running', started: 7, ended: null, secondsLeft: null, error: null },
  resumable: false,
  progress: { stage: 'train.steps', done, total: 9, unit: 'steps', ...(figures ? { figures } : {}) },
});
const noRecord = { call: () => Promise.reject(new Error('no record')) };
const add = (reported: Job) => addFigures(reported, noRecord);

describe('live curves of jobs', () => {
  beforeEach(clearCurves);

  it('are stored by job and figure', async () => {
    await add(job('a', 1, { loss: 3, rate: 10 }));
    await add(job('b', 1, { loss: 5 }));
    await add(job('a', 2, { loss: 2 }));
    expect(useCurves.getState().byJob).toEqual({
      'a 7': {
        loss: [
          [1, 3],
          [2, 2],
        ],
        rate: [[1, 10]],
      },
      'b 7': { loss: [[1, 5]] },
    });
  });

  it('are empty for jobs without figures', async () => {
    await add(job('a', 1));
    expect(useCurves.getState().byJob).toEqual({});
  });
});
