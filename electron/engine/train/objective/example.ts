import type { TokenSequence } from '../../sequence/build-sequence.ts';

/** One sequence with its targets. */
export interface Example {
  readonly positions: TokenSequence;
  /** Positions whose hidden state predicts a token of the target field, and those tokens. */
  readonly targetPositions: number[];
  readonly targets: number[];
  /** Whether the second part follows the first, if the sequence is a session pair. */
  readonly follows?: boolean;
}
