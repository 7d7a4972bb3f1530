import { describe, expect, it } from 'vitest';
import { JobQueue } from '../../../electron/engine/jobs/job-queue.ts';
import type { LiveJob } from '../../../electron/engine/jobs/live-job.ts';

let ids = 0;

function queuedJob(kind: string): LiveJob {
  const state = { state: 'queued', started: 0, ended: null, progress: null, secondsLeft: null } as const;
  const job = { id: `job-${++ids}`, kind, ...state, error: null, resumable: false };
  return { job, input: {}, resumeState: {}, output: null, curves: {}, layout: null, lines: [], worker: null };
}

function takeAll(queue: JobQueue): string[] {
  const kinds: string[] = [];
  for (let job = queue.takeNext(); job; job = queue.takeNext()) kinds.push(job.job.kind);
  return kinds;
}

describe('the queue', () => {
  it('runs one job that writes at a time, in order of arrival', () => {
    const queue = new JobQueue();
    const [first, second] = [queuedJob('train.start'), queuedJob('ingest.run')];
    queue.add(first);
    queue.add(second);
    expect(takeAll(queue)).toEqual(['train.start']);
    queue.end(first);
    expect(takeAll(queue)).toEqual(['ingest.run']);
  });

  it('runs jobs that only read beside it, up to a limit; the others wait', () => {
    const queue = new JobQueue(2);
    const comparisons = Array.from({ length: 60 }, () => queuedJob('train.compare'));
    for (const job of [queuedJob('train.start'), ...comparisons]) queue.add(job);
    expect(takeAll(queue)).toEqual(['train.start', 'train.compare', 'train.compare']);
    for (const comparison of comparisons.slice(0, 58)) {
      queue.end(comparison);
      expect(takeAll(queue)).toEqual(['train.compare']);
    }
    expect(queue.clear()).toEqual([]);
  });

  it('runs one estimate at a time, since estimates that share the cores measure too low a speed', () => {
    const queue = new JobQueue(3);
    const estimates = [queuedJob('train.estimate'), queuedJob('text.estimate'), queuedJob('train.estimate')];
    for (const job of [...estimates, queuedJob('train.compare')]) queue.add(job);
    expect(takeAll(queue)).toEqual(['train.estimate', 'train.compare']);
    queue.end(estimates[0]!);
    expect(takeAll(queue)).toEqual(['text.estimate']);
  });

  it('forgets a job that is removed while it waits', () => {
    const queue = new JobQueue(1);
    const [running, waiting] = [queuedJob('train.estimate'), queuedJob('train.estimate')];
    queue.add(running);
    queue.add(waiting);
    takeAll(queue);
    queue.remove(waiting);
    queue.end(running);
    expect(takeAll(queue)).toEqual([]);
  });
});
