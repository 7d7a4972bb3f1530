import { useEffect, useState } from 'react';
import type { Input, JobName, Output } from '../../shared/contract/index.ts';
import type { Job } from '../../shared/contract/jobs.ts';
import { useConnection } from './connection.ts';
import { call } from './use-call.ts';

interface Answer<M extends JobName> {
  answer: Output<M> | undefined;
  error: unknown;
  job: Job | undefined;
}

/** What a job that only reads says to an input; asked once for each input, and given up when nobody waits any more. */
export function useAnswer<M extends JobName>(kind: M, input: Input<M> | null): Answer<M> {
  const client = useConnection((state) => state.client);
  const key = JSON.stringify(input);
  const [state, setState] = useState<Answer<M> & { key: string }>({ key: '', ...NOTHING });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the input, which is a new object each time
  useEffect(() => {
    if (!client || input === null) return;
    let wanted = true;
    let id: string | null = null;
    const put = (part: Partial<Answer<M>>) => wanted && setState({ key, ...NOTHING, ...part });
    client
      .run(kind, input, (job) => {
        id = job.id;
        put({ job });
      })
      .then(
        (answer) => put({ answer }),
        (error) => put({ error }),
      );
    return () => {
      wanted = false;
      if (id !== null) call('jobs.cancel', { job: id }).catch(() => {});
    };
  }, [client, kind, key]);
  return state.key === key ? state : NOTHING;
}

const NOTHING = { answer: undefined, error: null, job: undefined };
