import { useEffect, useState } from 'react';
import type { Output } from '../../shared/contract/index.ts';
import { isActive, type Job } from '../../shared/contract/jobs.ts';
import { useConnection } from '../engine/connection.ts';
import { engine } from '../engine/use-call.ts';

export type Attention = Output<'explain.attention'>;

interface AttentionState {
  result: Attention | null;
  error: unknown;
  job: Job | null;
}

const INITIAL_STATE: AttentionState = { result: null, error: null, job: null };

/** Requests the attention of a run over a user's last behaviours; a new request cancels the previous one. */
export function useAttention(run: string, user: string, last: number): AttentionState & { retry(): void } {
  const connected = useConnection((state) => state.client !== null);
  const [state, setState] = useState<AttentionState>(INITIAL_STATE);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    if (!connected) return;
    let current = true;
    let runningJob: Job | null = null;
    setState((previous) => ({ ...INITIAL_STATE, result: previous.result?.user === user ? previous.result : null }));
    const onJob = (job: Job) => {
      runningJob = job;
      if (current) setState((previous) => ({ ...previous, job }));
    };
    engine()
      .run('explain.attention', { run, user, last }, onJob)
      .then(
        (result) => current && setState({ ...INITIAL_STATE, result }),
        (error: unknown) => current && setState({ ...INITIAL_STATE, error }),
      );
    return () => {
      current = false;
      if (runningJob && isActive(runningJob))
        engine()
          .call('jobs.cancel', { job: runningJob.id })
          .catch(() => {});
    };
  }, [connected, run, user, last, attempt]);

  return { ...state, retry: () => setAttempt((count) => count + 1) };
}
