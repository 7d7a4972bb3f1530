import { isActive } from '../../shared/contract/jobs.ts';
import type { EngineClient } from '../../shared/protocol/client.ts';
import { addFigures, clearCurves } from './curves.ts';
import { useJobs } from './jobs-store.ts';
import { queryClient } from './query-client.ts';

/** Applies the engine's events to the jobs, the curves and the cached results; resolves when the jobs are known. */
export async function followEngine(client: EngineClient): Promise<void> {
  clearCurves();
  client.onEvent((event) => {
    if (event.type === 'changed') return void refresh(client);
    useJobs.getState().put(event.job);
    void addFigures(event.job, client);
  });
  await refresh(client);
}

/** Invalidates all queries, and reloads the jobs and the curves of those that are active. */
async function refresh(client: EngineClient): Promise<void> {
  void queryClient.invalidateQueries();
  const jobs = await useJobs.getState().load(() =>
    client.call('jobs.list', {}).then(
      (response) => response.jobs,
      () => [],
    ),
  );
  for (const job of jobs) if (isActive(job)) void addFigures(job, client);
}
