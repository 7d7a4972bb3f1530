import type { Positions } from '../../sequence/build-sequence.ts';

/** What a model is asked about one sequence. */
export interface Example {
  readonly positions: Positions;
  /** Positions whose hidden state must tell a token of the target field, and that token. */
  readonly at: number[];
  readonly targets: number[];
  /** Whether the second part follows the first, where the sequence is a pair of sessions. */
  readonly follows?: boolean;
}
