import type { Job } from '../../shared/contract/jobs.ts';
import { attemptKey } from './jobs-store.ts';
import { onWorkspaceChange } from './workspace-change.ts';

const FOLLOWED_KEY = 'portrait.followedJobs';
const FINISHED_KEY = 'portrait.finishedJobs';
/** Maximum number of remembered jobs; at most a few are pending at a time. */
const MAX_JOBS = 20;

const read = (key: string): string[] => (localStorage.getItem(key) ?? '').split('\n').filter((line) => line !== '');
const write = (key: string, jobs: readonly string[]) => localStorage.setItem(key, jobs.slice(-MAX_JOBS).join('\n'));

// Job ids are unique only within a workspace, so a switch discards them.
onWorkspaceChange((previous) => {
  if (previous !== null) write(FOLLOWED_KEY, []);
});

/** Remembers a job to be followed, also across a reload of the window. */
export function followJob(job: Job): void {
  const key = attemptKey(job);
  if (!read(FOLLOWED_KEY).includes(key)) write(FOLLOWED_KEY, [...read(FOLLOWED_KEY), key]);
}

/** Returns whether a finished job was to be followed, and forgets it. Of several windows, only the first gets true. */
export function claimJob(job: Job): boolean {
  const key = attemptKey(job);
  if (!isFollowed(job) || read(FINISHED_KEY).includes(key)) return false;
  write(FINISHED_KEY, [...read(FINISHED_KEY), key]);
  return true;
}

/**
 * Whether a job is remembered, from when it was queued or from its start: `started` changes when a queued job starts.
 */
function isFollowed({ id, started }: Job): boolean {
  return read(FOLLOWED_KEY).some((key) => {
    const [followedId, since] = key.split(' ');
    return followedId === id && Number(since) <= started;
  });
}
