import { useEffect, useState } from 'react';
import type { Input, JobName, Output } from '../../shared/contract/index.ts';
import type { Job } from '../../shared/contract/jobs.ts';
import { useConnection } from './connection.ts';
import { call } from './use-call.ts';

interface JobQuery<M extends JobName> {
  answer: Output<M> | undefined;
  error: unknown;
  job: Job | undefined;
}

/**
 * Runs a read-only job once for each input and returns its output; cancels the job when the input changes or the
 * component unmounts.
 */
export function useJobQuery<M extends JobName>(kind: M, input: Input<M> | null): JobQuery<M> {
  const client = useConnection((state) => state.client);
  const key = JSON.stringify(input);
  const [state, setState] = useState<JobQuery<M> & { key: string }>({ key: '', ...EMPTY });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the input, which is a new object each time
  useEffect(() => {
    if (!client || input === null) return;
    let active = true;
    let id: string | null = null;
    const update = (part: Partial<JobQuery<M>>) => active && setState({ key, ...EMPTY, ...part });
    client
      .run(kind, input, (job) => {
        id = job.id;
        update({ job });
      })
      .then(
        (answer) => update({ answer }),
        (error) => update({ error }),
      );
    return () => {
      active = false;
      if (id !== null) call('jobs.cancel', { job: id }).catch(() => {});
    };
  }, [client, kind, key]);
  return state.key === key ? state : EMPTY;
}

const EMPTY = { answer: undefined, error: null, job: undefined };
