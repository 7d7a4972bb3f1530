import { useMemo } from 'react';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { progressOf } from '../../components/workflow.ts';
import { listedJobs, useJobs } from '../../engine/jobs-store.ts';
import { useCall } from '../../engine/use-call.ts';
import { isBehaviourRun } from '../../runs/run-facts.ts';
import { nextAction } from './next-action.ts';
import { outOfDate } from './out-of-date.ts';

/** Returns the data of the start page, null while it is loading, and the error if it cannot be loaded. */
export function useHomeFacts(workspace: WorkspaceInfo) {
  const runs = useCall('train.runs', {});
  const imports = useCall('ingest.imports', {});
  const segments = useCall('segment.list', {});
  const byId = useJobs((state) => state.byId);
  const jobs = useMemo(() => listedJobs(byId), [byId]);
  const error = runs.error ?? imports.error ?? segments.error;
  if (!runs.data || !imports.data || !segments.data) return { error, facts: null };
  const behaviourRuns = runs.data.runs.filter(isBehaviourRun);
  const lists = {
    jobs,
    runs: runs.data.runs,
    imports: imports.data.imports,
    segments: segments.data.segments,
  };
  const renewable = outOfDate({ ...lists, runs: behaviourRuns, maps: workspace.maps });
  const next = nextAction(progressOf(workspace, runs.data.runs), renewable);
  return { error, facts: { ...lists, newestRun: behaviourRuns[0], renewable, next } };
}
