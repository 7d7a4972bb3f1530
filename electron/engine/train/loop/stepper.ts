import type { Counts } from './crew/shards.ts';

/** Runs the steps of a training in order, from its current state. */
export interface Stepper {
  /** `progress`: completed share of the training. Throws TRAINING_DIVERGED and THREAD_DIED. */
  step(step: number, progress: number): Promise<Counts & { readonly loss: number; readonly rate: number }>;
  /** Releases resources, above all threads. */
  end(): Promise<void>;
}
