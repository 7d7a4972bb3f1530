import { useEffect, useState } from 'react';
import type { Input, JobName, Output } from '../../shared/contract/index.ts';
import { isActive, type Job } from '../../shared/contract/jobs.ts';
import { useConnection } from './connection.ts';
import { call } from './use-call.ts';

interface JobQueryState<M extends JobName> {
  answer: Output<M> | undefined;
  error: unknown;
  job: Job | undefined;
}

interface JobQuery<M extends JobName> extends JobQueryState<M> {
  /** Runs the job once more. */
  retry(): void;
}

interface JobQueryOptions<M extends JobName> {
  /** Whether the answer to the previous input is still shown while the one to a new input is computed. */
  keep?: (previous: Output<M>) => boolean;
}

/**
 * Runs a read-only job once for each input and returns its output; cancels the job when the input changes or the
 * component unmounts.
 */
export function useJobQuery<M extends JobName>(
  kind: M,
  input: Input<M> | null,
  { keep = () => false }: JobQueryOptions<M> = {},
): JobQuery<M> {
  const client = useConnection((state) => state.client);
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify([input, attempt]);
  const [state, setState] = useState<JobQueryState<M> & { key: string }>({ key: '', ...EMPTY });
  const kept = { ...EMPTY, answer: state.answer !== undefined && keep(state.answer) ? state.answer : undefined };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key identifies the input, which is a new object on each render
  useEffect(() => {
    if (!client || input === null) return;
    let current = true;
    let lastJob: Job | undefined;
    const cancel = ({ id }: Job) => call('jobs.cancel', { job: id }).catch(() => {});
    const update = (part: Partial<JobQueryState<M>>) => current && setState({ key, ...kept, ...part });
    const onJob = (job: Job) => {
      if (!current && lastJob === undefined) void cancel(job);
      lastJob = job;
      update({ job });
    };
    client.run(kind, input, onJob).then(
      (answer) => update({ answer }),
      (error) => update({ answer: undefined, error }),
    );
    return () => {
      current = false;
      if (lastJob && isActive(lastJob)) void cancel(lastJob);
    };
  }, [client, kind, key]);
  return { ...(state.key === key ? state : kept), retry: () => setAttempt((count) => count + 1) };
}

const EMPTY = { answer: undefined, error: null, job: undefined };
