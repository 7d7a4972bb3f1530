/** Limits of an axis shared by several bars. */
export interface Axis {
  low: number;
  high: number;
}

interface IntervalBarProps {
  value: number;
  low: number;
  high: number;
  axis: Axis;
  colour: string;
  /** Description for screen readers. */
  label: string;
  width: number;
  /** Position of a vertical reference line, such as the baseline's score. */
  referenceValue?: number | undefined;
}

const HEIGHT = 20;
const INSET = 6;

/** A value with its 95 % confidence interval, on an axis. */
export function IntervalBar({ value, low, high, axis, colour, label, width, referenceValue }: IntervalBarProps) {
  const span = axis.high - axis.low || 1;
  const x = (axisValue: number) =>
    INSET + Math.max(0, Math.min(1, (axisValue - axis.low) / span)) * (width - 2 * INSET);
  const middle = HEIGHT / 2;
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={label} style={{ display: 'block' }}>
      <title>{label}</title>
      {referenceValue !== undefined && (
        <line
          x1={x(referenceValue)}
          x2={x(referenceValue)}
          y1={0}
          y2={HEIGHT}
          stroke="var(--mantine-color-dimmed)"
          strokeDasharray="2 3"
        />
      )}
      <line x1={x(low)} x2={x(high)} y1={middle} y2={middle} stroke={colour} strokeWidth={2} />
      <line x1={x(low)} x2={x(low)} y1={middle - 4} y2={middle + 4} stroke={colour} strokeWidth={2} />
      <line x1={x(high)} x2={x(high)} y1={middle - 4} y2={middle + 4} stroke={colour} strokeWidth={2} />
      <circle cx={x(value)} cy={middle} r={4} fill={colour} />
    </svg>
  );
}

/**
 * Returns an axis that contains all intervals; it starts at 0 if the lower limit is positive and below half the upper
 * one.
 */
export function axisOf(intervals: readonly { low: number; high: number }[]): Axis {
  const low = Math.min(...intervals.map((interval) => interval.low));
  const high = Math.max(...intervals.map((interval) => interval.high));
  return { low: low > 0 && low < 0.5 * high ? 0 : low, high };
}
