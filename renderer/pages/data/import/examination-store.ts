import { create } from 'zustand';
import type { Examination } from '../../../../shared/contract/examine.ts';
import type { Input } from '../../../../shared/contract/index.ts';
import { isActive } from '../../../../shared/contract/jobs.ts';
import { useJobs } from '../../../engine/jobs-store.ts';
import { call, engine } from '../../../engine/use-call.ts';
import { onWorkspaceChange } from '../../../engine/workspace-change.ts';

interface ExaminationStore {
  /** ID of the job that examines `request`, running or finished; null while it is being started. */
  job: string | null;
  request: Input<'ingest.examine'> | null;
  /** The last finished examination, possibly of an older request. */
  last: { readonly request: Input<'ingest.examine'>; readonly result: Examination } | null;
  /** Error that prevented the job from starting. */
  error: unknown;
  start(request: Input<'ingest.examine'>): Promise<void>;
  /** Cancels the running examination. */
  stop(): void;
  clear(): void;
}

/**
 * State of the last requested examination; survives navigation to other pages. Cleared when another workspace is
 * opened.
 */
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
      else await call('jobs.cancel', { job });
    } catch (error) {
      if (get().request === request) set({ error });
    }
  },
  stop: () => {
    const { job } = get();
    const currentJob = job === null ? undefined : useJobs.getState().byId[job];
    if (currentJob && isActive(currentJob))
      call('jobs.cancel', { job: currentJob.id }).catch((error) => set({ error }));
  },
  clear: () => {
    get().stop();
    set({ job: null, request: null, last: null, error: null });
  },
}));

onWorkspaceChange(() => useExaminationStore.getState().clear());
