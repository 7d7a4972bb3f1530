/** One line of a benchmark: Portrait's figure beside a peer's, measured in the same run. */
export interface Row {
  readonly case: string;
  readonly figure: number;
  readonly unit: string;
  /** Name of the peer; empty if there is none. */
  readonly peer: string;
  readonly peerFigure: number | null;
  /** How many times better Portrait is; above 1 is better, whether the unit is a time or a rate. */
  readonly ratio: number | null;
}

/** Default export of a benchmark file. */
export type Bench = () => Promise<readonly Row[]>;
