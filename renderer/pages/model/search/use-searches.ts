import { useEffect } from 'react';
import { useJobs } from '../../../engine/jobs-store.ts';
import { queryClient } from '../../../engine/query-client.ts';
import { useCall } from '../../../engine/use-call.ts';
import { useJob } from '../../../engine/use-job.ts';

const EVERY_SECONDS = 3;

/** All searches, those that go on included: they are read again whenever the running one has got further or stops. */
export function useSearches() {
  const { data, error } = useCall('train.searches', {});
  const { job, active } = useJob('train.search');
  const done = active ? Math.floor((job?.progress?.done ?? 0) / EVERY_SECONDS) : undefined;
  useEffect(() => {
    if (done !== undefined || !active) void queryClient.invalidateQueries({ queryKey: ['train.searches'] });
  }, [done, active]);
  return { searches: data?.searches, error, job: active ? job : undefined };
}

/** The job that goes on with a search, if one does. */
export function useSearchJob({ job }: { job: string | null }) {
  return useJobs(({ byId }) => (job === null ? undefined : byId[job]));
}
