import type { Page } from '../base/route.ts';

export const steps = ['import', 'train', 'profiles', 'map', 'segments'] as const;
export type Step = (typeof steps)[number];

/** Where each step is taken. */
export const stepPage: Record<Step, Page> = {
  import: 'data',
  train: 'model',
  profiles: 'model',
  map: 'map',
  segments: 'segments',
};

/** What a workspace has so far. */
export interface Progress {
  events: number;
  runs: number;
  profiles: number;
  maps: number;
  segments: number;
}

/** The first step that has not been taken; null where all have. */
export function nextStep(progress: Progress): Step | null {
  const { events, runs, profiles, maps, segments } = progress;
  const taken: Record<Step, number> = { import: events, train: runs, profiles, map: maps, segments };
  return steps.find((step) => taken[step] === 0) ?? null;
}
