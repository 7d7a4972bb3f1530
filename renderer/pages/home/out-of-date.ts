import type { Job } from '../../../shared/contract/jobs.ts';

/** Kinds of results that may be out of date. */
export type OutOfDateKind = 'model' | 'profiles' | 'map' | 'segments';

interface HomeFacts {
  imports: readonly { kind: string; imported: number }[];
  jobs: readonly Pick<Job, 'kind' | 'state' | 'ended'>[];
  /** Runs trained on behaviour, the newest first. */
  runs: readonly { created: number; profiles: number }[];
  /** The newest first. */
  maps: readonly { created: number }[];
  segments: readonly { created: number }[];
}

/** A kind of result and the number of outdated results. */
export interface OutOfDate {
  kind: OutOfDateKind;
  count: number;
}

/**
 * Returns the results computed before events were last imported or removed, in the order of renewal. Only the newest
 * model and map count; profiles are also outdated if an older model has profiles and the newest has none.
 */
export function outOfDate({ imports, jobs, runs, maps, segments }: HomeFacts): OutOfDate[] {
  const changed = Math.max(
    ...imports.filter(({ kind }) => kind === 'events').map(({ imported }) => imported),
    lastEnd(jobs, 'ingest.undo') ?? Number.NEGATIVE_INFINITY,
  );
  const isOlder = ({ created }: { created: number }) => created < changed;
  const [newestRun] = runs;
  const hasProfiles = runs.some(({ profiles }) => profiles > 0);
  const profiled = lastEnd(jobs, 'profile.compute');
  const all: OutOfDate[] = [
    { kind: 'model', count: runs.slice(0, 1).filter(isOlder).length },
    {
      kind: 'profiles',
      count: hasProfiles && (newestRun?.profiles === 0 || (profiled !== null && profiled < changed)) ? 1 : 0,
    },
    { kind: 'map', count: maps.slice(0, 1).filter(isOlder).length },
    { kind: 'segments', count: segments.filter(isOlder).length },
  ];
  return all.filter(({ count }) => count > 0);
}

/**
 * Returns the time at which the last job of a kind was done, in milliseconds since the epoch; null if there is none.
 */
function lastEnd(jobs: HomeFacts['jobs'], kind: string): number | null {
  const ends = jobs.flatMap((job) =>
    job.kind === kind && job.state === 'done' && job.ended !== null ? job.ended : [],
  );
  return ends.length === 0 ? null : Math.max(...ends);
}
