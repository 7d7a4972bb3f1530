import type { Scorer } from '../../train/rank/rank-batches.ts';
import type { BaselineData, Tick } from './baseline-data.ts';

/** A baseline with one choice of settings. */
export interface Candidate {
  /** Human-readable settings. */
  readonly settings: string;
  readonly score: Scorer;
}

/** Yields a baseline's candidates lazily: each is computed when it is requested. */
export type Candidates = (training: BaselineData, tick: Tick) => Iterable<Candidate>;
