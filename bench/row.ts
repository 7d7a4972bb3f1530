/** One line of a benchmark: our figure beside a peer's, measured in the same run. */
export interface Row {
  readonly case: string;
  readonly figure: number;
  readonly unit: string;
  /** What it is compared against; empty where there is nothing to compare with. */
  readonly peer: string;
  readonly peerFigure: number | null;
  /** How many times better we are; above 1 is better, whether the unit is a time or a rate. */
  readonly ratio: number | null;
}

/** What a benchmark's file exports as its default. */
export type Bench = () => Promise<readonly Row[]>;
