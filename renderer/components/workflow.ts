import type { Output } from '../../shared/contract/index.ts';
import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';
import type { Page } from '../base/route.ts';

export const steps = ['import', 'train', 'profiles', 'map', 'segments'] as const;
export type Step = (typeof steps)[number];

/** The page on which each step is done. */
export const stepPage: Record<Step, Page> = {
  import: 'data',
  train: 'models',
  profiles: 'models',
  map: 'explore',
  segments: 'segments',
};

/** The results that a workspace already has. */
export interface WorkspaceProgress {
  events: number;
  runs: number;
  profiles: number;
  maps: number;
  segments: number;
}

/** Returns the results that a workspace already has. Text runs have no profiles and therefore do not count. */
export function progressOf(workspace: WorkspaceInfo, runs: Output<'train.runs'>['runs']): WorkspaceProgress {
  return {
    events: workspace.events,
    runs: runs.filter(({ kind }) => kind === 'behaviour').length,
    profiles: runs.reduce((sum, run) => sum + run.profiles, 0),
    maps: workspace.maps.length,
    segments: workspace.segments.length,
  };
}

/** Returns the first step without a result; null if all are done. */
export function nextStep(progress: WorkspaceProgress): Step | null {
  const { events, runs, profiles, maps, segments } = progress;
  const counts: Record<Step, number> = { import: events, train: runs, profiles, map: maps, segments };
  return steps.find((step) => counts[step] === 0) ?? null;
}
