import type { Page } from '../base/route.ts';

export const steps = ['import', 'train', 'profiles', 'map', 'segments'] as const;
export type Step = (typeof steps)[number];

/** The page on which each step is done. */
export const stepPage: Record<Step, Page> = {
  import: 'data',
  train: 'model',
  profiles: 'model',
  map: 'map',
  segments: 'segments',
};

/** What a workspace contains so far. */
export interface WorkspaceProgress {
  events: number;
  runs: number;
  profiles: number;
  maps: number;
  segments: number;
}

/** Returns the first step without a result; null if all are done. */
export function nextStep(progress: WorkspaceProgress): Step | null {
  const { events, runs, profiles, maps, segments } = progress;
  const counts: Record<Step, number> = { import: events, train: runs, profiles, map: maps, segments };
  return steps.find((step) => counts[step] === 0) ?? null;
}
