import { expect, it } from 'vitest';
import { endedBriefs } from '../../../../renderer/app/jobs/ended-briefs.ts';
import type { Job } from '../../../../shared/contract/jobs.ts';

const job = (changes: Partial<Job>): Job => ({
  ...{ id: 'job-1', kind: 'brief.make', state: 'running', started: 5, ended: null, progress: null },
  ...{ secondsLeft: null, error: null, resumable: false },
  ...changes,
});
const ended = (before: Job, now: Job) => endedBriefs({ [before.id]: before }, { [now.id]: now }).map(({ id }) => id);

it('a brief has ended when its running job is done or has failed, and not when a person stopped it', () => {
  expect(ended(job({}), job({ state: 'done' }))).toEqual(['job-1']);
  expect(ended(job({}), job({ state: 'failed' }))).toEqual(['job-1']);
  expect(ended(job({}), job({ state: 'cancelled' }))).toEqual([]);
  expect(ended(job({ kind: 'train.start' }), job({ kind: 'train.start', state: 'done' }))).toEqual([]);
});

it('a brief that ended before, or a job of another workspace with the same id, is no news', () => {
  expect(endedBriefs({}, { 'job-1': job({ state: 'done' }) })).toEqual([]);
  expect(ended(job({ state: 'done' }), job({ state: 'done' }))).toEqual([]);
  expect(ended(job({ started: 4 }), job({ state: 'done' }))).toEqual([]);
});
