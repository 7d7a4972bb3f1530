import { z } from 'zod';
import { isActive, type Job } from '../../shared/contract/jobs.ts';
import type { EngineClient } from '../../shared/protocol/client.ts';
import { useAfterTraining } from './after-training.ts';
import { claimJob, followJob } from './followed-jobs.ts';

const Trained = z.object({ run: z.string() });

const isTraining = ({ kind }: Job) => kind === 'train.start' || kind === 'train.search';

/**
 * Starts the jobs that follow another one automatically: after a training its evaluation and the profiles of all users,
 * and after those profiles a first map, as set in `useAfterTraining`. A job is followed only if this window, also
 * before a reload, has seen it active.
 */
export async function followUp(job: Job, client: Pick<EngineClient, 'call' | 'start'>): Promise<void> {
  if (isActive(job)) {
    if (isTraining(job)) followJob(job);
    return;
  }
  if (job.state !== 'done' || !claimJob(job)) return;
  const { evaluate, map } = useAfterTraining.getState();
  const { output } = await client.call('jobs.result', { job: job.id });
  const { run } = Trained.parse(output);
  if (isTraining(job)) {
    if (evaluate) await client.start('train.evaluate', { run });
    if (map) await startFollowed(run, client);
  } else if (map) {
    await client.start('map.compute', { run });
  }
}

/** Starts the job that computes the profiles of a run, to be followed by a map. */
async function startFollowed(run: string, client: Pick<EngineClient, 'call' | 'start'>): Promise<void> {
  const id = await client.start('profile.compute', { run });
  const { jobs } = await client.call('jobs.list', {});
  const job = jobs.find((candidate) => candidate.id === id);
  if (!job) return;
  followJob(job);
  await followUp(job, client);
}
