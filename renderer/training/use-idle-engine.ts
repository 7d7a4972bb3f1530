import { useEffect, useState } from 'react';
import { useJobs } from '../engine/jobs-store.ts';
import { hasWork } from './has-work.ts';

const IDLE_MS = 2000;

/** Whether the engine has been idle for two seconds while the component is shown, so that it may run an estimate. */
export function useIdleEngine(): boolean {
  const busy = useJobs(({ byId }) => hasWork(Object.values(byId)));
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    setIdle(false);
    if (busy) return;
    const timer = setTimeout(() => setIdle(true), IDLE_MS);
    return () => clearTimeout(timer);
  }, [busy]);
  return idle && !busy;
}
