import { create } from 'zustand';
import { isActive, type Job } from '../../shared/contract/jobs.ts';

type JobsById = Readonly<Record<string, Job>>;

interface Jobs {
  byId: JobsById;
  /** Jobs reported since the list of all jobs was last requested. */
  sinceRequest: JobsById;
  put(job: Job): void;
  /**
   * Replaces the jobs with the requested list and returns it. A job that is reported before the list arrives is at
   * least as new as in the list, and is kept.
   */
  load(request: () => Promise<readonly Job[]>): Promise<readonly Job[]>;
}

/** All jobs of the open workspace, as last reported by the engine. */
export const useJobs = create<Jobs>((set) => ({
  byId: {},
  sinceRequest: {},
  put: (job) =>
    set(({ byId, sinceRequest }) => ({
      byId: { ...byId, [job.id]: job },
      sinceRequest: { ...sinceRequest, [job.id]: job },
    })),
  load: async (request) => {
    set({ sinceRequest: {} });
    const jobs = await request();
    set(({ sinceRequest }) => ({ byId: { ...Object.fromEntries(jobs.map((job) => [job.id, job])), ...sinceRequest } }));
    return jobs;
  },
}));

/** Returns the newest active job, of one kind or of any. */
export function activeJob(byId: JobsById, kind?: string): Job | undefined {
  return Object.values(byId)
    .filter((job) => isActive(job) && (kind === undefined || job.kind === kind))
    .sort((a, b) => b.started - a.started)[0];
}

/** Identifies one run of a job: ids start anew in each workspace. */
export const attemptKey = ({ id, started }: Job): string => `${id} ${started}`;

/** Returns the jobs that a person started, the newest first; explanations, which are short and numerous, are left out. */
export function listedJobs(byId: JobsById): Job[] {
  return Object.values(byId)
    .filter(({ kind }) => !kind.startsWith('explain.'))
    .sort((a, b) => b.started - a.started);
}
