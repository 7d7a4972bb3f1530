/** An axis of ratios: equal steps for equal factors, 1 within it, the same for all rows of a table. */
export interface LiftScale {
  low: number;
  high: number;
  /** Where a ratio stands, 0 at the left end and 1 at the right; what lies beyond is drawn at the end. */
  at(lift: number): number;
  /** Powers of two within the axis. */
  ticks: number[];
}

/** What is rarer or more frequent than this is drawn at the end of the axis. */
const FURTHEST = 32;

/** The smallest axis of whole powers of two that holds all intervals and 1. */
export function liftScale(rows: readonly { low: number; high: number }[]): LiftScale {
  const logs = rows.flatMap(({ low, high }) => [Math.log2(low), Math.log2(high)]).filter(Number.isFinite);
  const limit = Math.log2(FURTHEST);
  const low = Math.max(-limit, Math.floor(Math.min(-1, ...logs)));
  const high = Math.min(limit, Math.ceil(Math.max(1, ...logs)));
  return {
    low: 2 ** low,
    high: 2 ** high,
    at: (lift) => Math.max(0, Math.min(1, (Math.log2(Math.max(lift, Number.MIN_VALUE)) - low) / (high - low))),
    ticks: Array.from({ length: high - low + 1 }, (_, i) => 2 ** (low + i)),
  };
}
