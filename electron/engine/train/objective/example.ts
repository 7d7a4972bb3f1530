import type { TokenSequence } from '../../sequence/build-sequence.ts';
import type { Slices } from '../contrast/slices.ts';

/** One sequence with its targets. */
export interface Example {
  readonly positions: TokenSequence;
  /** Positions whose hidden state predicts a token of the target field, and those tokens. */
  readonly targetPositions: number[];
  readonly targets: number[];
  /** Whether the second part follows the first, if the sequence is a session pair. */
  readonly follows?: boolean;
  /** Slices of the same history, if the run trains vectors of users by contrast. */
  readonly slices?: Slices;
}
