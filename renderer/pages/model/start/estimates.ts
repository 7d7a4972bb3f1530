import { create } from 'zustand';
import type { TrainEstimate } from '../../../../shared/contract/runs.ts';
import { CANCELLED, PortraitError } from '../../../../shared/errors.ts';
import { call, engine } from '../../../engine/use-call.ts';
import type { Settings } from './settings.ts';

/** What is known of how long a training would take: nothing yet, what was measured, or why it cannot be. */
export type Estimated = 'measuring' | { estimate: TrainEstimate } | { error: unknown };

interface Estimates {
  /** By what was asked about: a workspace and settings. */
  byKey: Readonly<Record<string, Estimated>>;
  /** The question that is being measured, and its job. */
  asked: { key: string; job: string | null } | null;
  ask(key: string, config: Settings): Promise<void>;
  /** Gives up what is being measured. */
  stop(): void;
}

/** Measurements of trainings, one at a time; kept while other pages are looked at. */
export const useEstimates = create<Estimates>((set, get) => ({
  byKey: {},
  asked: null,
  ask: async (key, config) => {
    if (get().byKey[key] !== undefined) return;
    get().stop();
    const asked = { key, job: null };
    const put = (estimated: Estimated) => set(({ byKey }) => ({ byKey: { ...byKey, [key]: estimated } }));
    put('measuring');
    set({ asked });
    try {
      const estimate = await engine().run('train.estimate', { config }, ({ id }) => {
        if (get().asked?.key === key) set({ asked: { key, job: id } });
      });
      put({ estimate });
    } catch (error) {
      if (error instanceof PortraitError && error.code === CANCELLED)
        set(({ byKey }) => ({ byKey: without(byKey, key) }));
      else put({ error });
    }
    if (get().asked?.key === key) set({ asked: null });
  },
  stop: () => {
    const { asked } = get();
    if (asked?.job) call('jobs.cancel', { job: asked.job }).catch(() => {});
  },
}));

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

/** What a measurement depends on. */
export function estimateKey(workspace: { path: string; events: number }, settings: Settings): string {
  return JSON.stringify([workspace.path, workspace.events, settings]);
}
