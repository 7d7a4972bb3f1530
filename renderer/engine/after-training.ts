import { create } from 'zustand';

const EVALUATE_KEY = 'portrait.judgeAfter';
const MAP_KEY = 'portrait.mapAfter';

interface AfterTraining {
  /** Whether to evaluate a model after its training. */
  evaluate: boolean;
  /** Whether to compute all profiles and a first map after a training. */
  map: boolean;
  setEvaluate(on: boolean): void;
  setMap(on: boolean): void;
}

const read = (key: string) => localStorage.getItem(key) !== 'no';
const write = (key: string, on: boolean) => localStorage.setItem(key, on ? 'yes' : 'no');

/** Jobs that start automatically after a training; stored in localStorage, and on by default. */
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
