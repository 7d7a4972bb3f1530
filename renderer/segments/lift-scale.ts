/** A logarithmic axis of ratios that contains 1, shared by all rows of a table. */
export interface LiftScale {
  low: number;
  high: number;
  /** Position of a ratio from 0 at the left end to 1 at the right; values beyond the axis are clamped. */
  position(lift: number): number;
  /** Powers of two within the axis. */
  ticks: number[];
}

/** Limit of the axis: it covers at most 1 / 32 to 32. */
const MAX_LIFT = 32;

/** Returns the smallest axis between powers of two that contains 0.5, 2 and all intervals, within the limit. */
export function liftScale(rows: readonly { low: number; high: number }[]): LiftScale {
  const logs = rows.flatMap(({ low, high }) => [Math.log2(low), Math.log2(high)]).filter(Number.isFinite);
  const limit = Math.log2(MAX_LIFT);
  const low = Math.max(-limit, Math.floor(Math.min(-1, ...logs)));
  const high = Math.min(limit, Math.ceil(Math.max(1, ...logs)));
  return {
    low: 2 ** low,
    high: 2 ** high,
    position: (lift) => Math.max(0, Math.min(1, (Math.log2(Math.max(lift, Number.MIN_VALUE)) - low) / (high - low))),
    ticks: Array.from({ length: high - low + 1 }, (_, i) => 2 ** (low + i)),
  };
}
