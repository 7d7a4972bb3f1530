import { useEffect, useState } from 'react';
import type { Output } from '../../shared/contract/index.ts';
import type { Job } from '../../shared/contract/jobs.ts';
import { useConnection } from '../engine/connection.ts';
import { isActive } from '../engine/jobs-store.ts';
import { engine } from '../engine/use-call.ts';

export type Attention = Output<'explain.attention'>;

interface Asked {
  result: Attention | null;
  error: unknown;
  job: Job | null;
}

const NOTHING: Asked = { result: null, error: null, job: null };

/** Asks where a run looks in a user's last behaviours; another question gives up the one before. */
export function useAttention(run: string, user: string, last: number): Asked & { retry(): void } {
  const connected = useConnection((state) => state.client !== null);
  const [asked, setAsked] = useState<Asked>(NOTHING);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    if (!connected) return;
    let current = true;
    let running: Job | null = null;
    setAsked((before) => ({ ...NOTHING, result: before.result?.user === user ? before.result : null }));
    const follow = (job: Job) => {
      running = job;
      if (current) setAsked((before) => ({ ...before, job }));
    };
    engine()
      .run('explain.attention', { run, user, last }, follow)
      .then(
        (result) => current && setAsked({ ...NOTHING, result }),
        (error: unknown) => current && setAsked({ ...NOTHING, error }),
      );
    return () => {
      current = false;
      if (running && isActive(running))
        engine()
          .call('jobs.cancel', { job: running.id })
          .catch(() => {});
    };
  }, [connected, run, user, last, attempt]);

  return { ...asked, retry: () => setAttempt((count) => count + 1) };
}
