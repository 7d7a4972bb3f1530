import { create } from 'zustand';

const EVALUATE_KEY = 'portrait.judgeAfter';
const MAP_KEY = 'portrait.mapAfter';

interface AfterTraining {
  /** Whether a model is evaluated as soon as it has been trained. */
  evaluate: boolean;
  /** Whether the profiles of all users and a first map are computed as soon as a model has been trained. */
  map: boolean;
  setEvaluate(on: boolean): void;
  setMap(on: boolean): void;
}

const read = (key: string) => localStorage.getItem(key) !== 'no';
const write = (key: string, on: boolean) => localStorage.setItem(key, on ? 'yes' : 'no');

/** What follows a training by itself; kept in localStorage, and on unless it was switched off. */
export const useAfterTraining = create<AfterTraining>((set) => ({
  evaluate: read(EVALUATE_KEY),
  map: read(MAP_KEY),
  setEvaluate: (evaluate) => {
    write(EVALUATE_KEY, evaluate);
    set({ evaluate });
  },
  setMap: (map) => {
    write(MAP_KEY, map);
    set({ map });
  },
}));
