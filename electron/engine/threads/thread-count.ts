import { availableParallelism } from 'node:os';

/** Default number of compute threads: all cores but one, which is left to the desktop, unless there are at most two. */
export function defaultThreadCount(cores = availableParallelism()): number {
  return cores > 2 ? cores - 1 : cores;
}
