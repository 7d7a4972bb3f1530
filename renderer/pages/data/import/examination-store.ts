import { create } from 'zustand';
import type { Examination } from '../../../../shared/contract/examine.ts';
import type { Input } from '../../../../shared/contract/index.ts';
import { isActive, useJobs } from '../../../engine/jobs-store.ts';
import { call, engine } from '../../../engine/use-call.ts';

interface ExaminationStore {
  /** The job that examines, or examined, what `request` says; null while it is being started. */
  job: string | null;
  request: Input<'ingest.examine'> | null;
  /** What was said last, also of an older request. */
  last: Examination | null;
  /** Why it could not be started. */
  error: unknown;
  start(request: Input<'ingest.examine'>): Promise<void>;
  /** Stops an examination that still runs. */
  stop(): void;
  clear(): void;
}

/** The last examination that was asked for; kept while other pages are looked at. */
export const useExaminationStore = create<ExaminationStore>((set, get) => ({
  job: null,
  request: null,
  last: null,
  error: null,
  start: async (request) => {
    get().stop();
    set({ job: null, request, error: null });
    try {
      const job = await engine().start('ingest.examine', request);
      if (get().request === request) set({ job });
    } catch (error) {
      set({ error });
    }
  },
  stop: () => {
    const { job } = get();
    const known = job === null ? undefined : useJobs.getState().byId[job];
    if (known && isActive(known)) call('jobs.cancel', { job: known.id }).catch((error) => set({ error }));
  },
  clear: () => {
    get().stop();
    set({ job: null, request: null, last: null, error: null });
  },
}));
