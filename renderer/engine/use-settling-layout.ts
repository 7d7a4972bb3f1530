import { useQuery } from '@tanstack/react-query';
import { isActive, type Job, type Layout } from '../../shared/contract/jobs.ts';
import { useJobs } from './jobs-store.ts';
import { callQuery } from './use-call.ts';

/** Interval between requests, in milliseconds. */
const INTERVAL = 200;

/** Returns the current layout of the running job that computes a map; null if there is none. */
export function useSettlingLayout(): Layout | null {
  const byId = useJobs((state) => state.byId);
  const job = Object.values(byId).find(isLayingOut);
  const { data } = useQuery({
    ...callQuery('jobs.layout', { job: job?.id ?? '' }),
    enabled: job !== undefined,
    refetchInterval: INTERVAL,
    staleTime: 0,
    gcTime: 0,
  });
  return (job && data?.layout) ?? null;
}

const isLayingOut = (job: Job) => isActive(job) && job.progress?.stage === 'map.layout';
