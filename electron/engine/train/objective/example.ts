import type { Positions } from '../../sequence/layout.ts';

/** What a model is asked about one sequence. */
export interface Example {
  readonly positions: Positions;
  /** Positions whose hidden state must tell a token of the target field, and that token. */
  readonly at: number[];
  readonly targets: number[];
}
