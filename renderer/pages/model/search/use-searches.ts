import { useEffect } from 'react';
import { useJobs } from '../../../engine/jobs-store.ts';
import { queryClient } from '../../../engine/query-client.ts';
import { useCall } from '../../../engine/use-call.ts';
import { useJob } from '../../../engine/use-job.ts';

const REFRESH_SECONDS = 3;

/** Returns all searches, including running ones; refetches as the running search progresses and when it stops. */
export function useSearches() {
  const { data, error } = useCall('train.searches', {});
  const { job, active } = useJob('train.search');
  const refreshTick = active ? Math.floor((job?.progress?.done ?? 0) / REFRESH_SECONDS) : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed value is what starts a refetch
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: ['train.searches'] });
  }, [refreshTick, active]);
  return { searches: data?.searches, error, job: active ? job : undefined };
}

/** Returns the job that runs a search, if there is one. */
export function useSearchJob({ job }: { job: string | null }) {
  return useJobs(({ byId }) => (job === null ? undefined : byId[job]));
}
