import type { Scorer } from '../../train/rank/rank-batches.ts';
import type { Tick, Training } from './baseline-data.ts';

/** A baseline under one choice of its settings. */
export interface Candidate {
  /** The settings, for people. */
  readonly settings: string;
  readonly score: Scorer;
}

/** Makes a baseline's candidates one after another; the work is done as each is asked for. */
export type Candidates = (training: Training, tick: Tick) => Iterable<Candidate>;
