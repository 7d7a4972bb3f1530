import { availableParallelism } from 'node:os';

/** Threads that compute together unless it is said otherwise: one core is left to the one who sits at a desktop of many. */
export function threadsByDefault(cores = availableParallelism()): number {
  return cores > 2 ? cores - 1 : cores;
}
