import { create } from 'zustand';
import type { TrainEstimate } from '../../../../shared/contract/runs.ts';
import { CANCELLED, PortraitError } from '../../../../shared/errors.ts';
import { call, engine } from '../../../engine/use-call.ts';
import type { Settings } from '../../../training/settings.ts';

/** State of an estimate: in progress, measured, or failed. */
export type EstimateState = 'measuring' | { estimate: TrainEstimate } | { error: unknown };

interface Estimates {
  /** By workspace and settings, as `estimateKey` encodes them. */
  byKey: Readonly<Record<string, EstimateState>>;
  /** The estimate in progress, and the ID of its job once started. */
  pending: { key: string; job: string | null } | null;
  measure(key: string, config: Settings): Promise<void>;
  /** Cancels the estimate in progress. */
  stop(): void;
}

/** Training time estimates, measured one at a time; survive navigation to other pages. */
export const useEstimates = create<Estimates>((set, get) => ({
  byKey: {},
  pending: null,
  measure: async (key, config) => {
    if (get().byKey[key] !== undefined) return;
    get().stop();
    const pending = { key, job: null };
    const put = (state: EstimateState) => set(({ byKey }) => ({ byKey: { ...byKey, [key]: state } }));
    put('measuring');
    set({ pending });
    try {
      const estimate = await engine().run('train.estimate', { config }, ({ id }) => {
        if (get().pending?.key === key) set({ pending: { key, job: id } });
        else call('jobs.cancel', { job: id }).catch(() => {});
      });
      put({ estimate });
    } catch (error) {
      if (error instanceof PortraitError && error.code === CANCELLED) set(({ byKey }) => ({ byKey: omit(byKey, key) }));
      else put({ error });
    }
    if (get().pending?.key === key) set({ pending: null });
  },
  stop: () => {
    const { pending } = get();
    if (pending?.job) call('jobs.cancel', { job: pending.job }).catch(() => {});
  },
}));

function omit<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

/** Returns the cache key of an estimate. */
export function estimateKey(workspace: { path: string; events: number }, settings: Settings): string {
  return JSON.stringify([workspace.path, workspace.events, settings]);
}
