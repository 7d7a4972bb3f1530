import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Input, JobName, Output } from '../../shared/contract/index.ts';
import { methods } from '../../shared/contract/index.ts';
import { isActive, type Job } from '../../shared/contract/jobs.ts';
import { useConnection } from './connection.ts';
import { activeJob, useJobs } from './jobs-store.ts';
import { call, engine } from './use-call.ts';

interface JobHandle<M extends JobName> {
  /**
   * The job started by this page while it is active, otherwise an active job of the kind, otherwise the last job
   * started by this page.
   */
  job: Job | undefined;
  /** Whether the job is queued or running, or its output is still being fetched. */
  active: boolean;
  /** Output of the job once it is done. */
  result: Output<M> | undefined;
  /** Why the job could not be started or cancelled. */
  error: unknown;
  start(input: Input<M>): Promise<void>;
  cancel(): void;
  /** Forgets the finished job, so that its result is hidden. */
  dismiss(): void;
}

/** State of one kind of job on a page, with functions to start, cancel and dismiss it. */
export function useJob<M extends JobName>(kind: M): JobHandle<M> {
  const [id, setId] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const byId = useJobs((state) => state.byId);
  const startedJob = id === null ? undefined : byId[id];
  const job = startedJob && isActive(startedJob) ? startedJob : (activeJob(byId, kind) ?? startedJob);
  if (job && isActive(job) && job.id !== id) setId(job.id);

  const { data: result, isLoading } = useJobResult(kind, job);

  const start = useCallback(
    async (input: Input<M>) => {
      setError(null);
      try {
        setId(await engine().start(kind, input));
      } catch (reason) {
        setError(reason);
      }
    },
    [kind],
  );
  const cancel = useCallback(() => {
    if (job) void call('jobs.cancel', { job: job.id }).catch(setError);
  }, [job]);
  const dismiss = useCallback(() => setId(null), []);
  const active = isLoading || (job !== undefined && isActive(job));
  return { job, active, result, error, start, cancel, dismiss };
}

/** Fetches the output of a job of a kind once it is done. */
export function useJobResult<M extends JobName>(kind: M, job: Job | undefined): UseQueryResult<Output<M>> {
  const connected = useConnection((state) => state.client !== null);
  return useQuery<Output<M>>({
    queryKey: ['result', kind, job?.id],
    queryFn: async () => {
      const { output } = await engine().call('jobs.result', { job: job?.id ?? '' });
      return methods[kind].output.parse(output);
    },
    enabled: connected && job?.state === 'done',
    structuralSharing: false,
  });
}
