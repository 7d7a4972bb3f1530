import { describe, expect, it } from 'vitest';
import { trialState } from '../../../../renderer/pages/model/search/trial-state.ts';

describe('the state of a trial', () => {
  const running = { trial: 3, state: 'running' } as const;

  it('is best for the best one in any state', () => {
    expect(trialState({ best: 3, job: 'job-1' }, running, 3)).toBe('best');
  });

  it('is training for the one in progress, and running for those to be continued', () => {
    expect(trialState({ best: 1, job: 'job-1' }, running, 3)).toBe('training');
    expect(trialState({ best: 1, job: 'job-1' }, running, 2)).toBe('running');
  });

  it('is left for one that was unfinished when the search stopped', () => {
    expect(trialState({ best: 1, job: null }, running, 3)).toBe('left');
    expect(trialState({ best: 1, job: null }, { trial: 2, state: 'failed' }, undefined)).toBe('failed');
  });
});
