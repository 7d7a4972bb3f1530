import type { Random } from '../../shared/domain/random.ts';
import type { Tally } from './tally.ts';

/** Context of a trial. */
export interface TrialContext {
  readonly random: Random;
  readonly tally: Tally;
  /** Empty folder of the trial; deleted after it. */
  readonly folder: string;
  /** A workspace with events, a run, profiles, a map, a segment and a prediction. Trials copy it and never change it. */
  readonly shop: string;
  /** Whether the trial's time is up. */
  isOver(): boolean;
}

/** One kind of attack, repeated until its time is up. */
export interface Trial {
  readonly name: string;
  /** Name of what is counted, in the plural. */
  readonly unit: string;
  /** Share of the campaign's time, relative to the other trials. */
  readonly weight: number;
  /** Number of attacks after which the trial ends even if time is left. */
  readonly most: number;
  run(context: TrialContext): Promise<void>;
}
