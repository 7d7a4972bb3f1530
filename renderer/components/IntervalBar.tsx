/** Ends of an axis that several bars share. */
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
  /** What it shows, for those who do not see it. */
  label: string;
  width: number;
  /** Where an upright line stands, such as what is to be beaten. */
  mark?: number | undefined;
}

const HEIGHT = 20;
const INSET = 6;

/** A figure with the ends of its 95 % interval, on an axis. */
export function IntervalBar({ value, low, high, axis, colour, label, width, mark }: IntervalBarProps) {
  const span = axis.high - axis.low || 1;
  const x = (at: number) => INSET + Math.max(0, Math.min(1, (at - axis.low) / span)) * (width - 2 * INSET);
  const middle = HEIGHT / 2;
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={label} style={{ display: 'block' }}>
      <title>{label}</title>
      {mark !== undefined && (
        <line x1={x(mark)} x2={x(mark)} y1={0} y2={HEIGHT} stroke="var(--mantine-color-dimmed)" strokeDasharray="2 3" />
      )}
      <line x1={x(low)} x2={x(high)} y1={middle} y2={middle} stroke={colour} strokeWidth={2} />
      <line x1={x(low)} x2={x(low)} y1={middle - 4} y2={middle + 4} stroke={colour} strokeWidth={2} />
      <line x1={x(high)} x2={x(high)} y1={middle - 4} y2={middle + 4} stroke={colour} strokeWidth={2} />
      <circle cx={x(value)} cy={middle} r={4} fill={colour} />
    </svg>
  );
}

/** An axis that holds all intervals, with 0 where that is near. */
export function axisOf(intervals: readonly { low: number; high: number }[]): Axis {
  const low = Math.min(...intervals.map((one) => one.low));
  const high = Math.max(...intervals.map((one) => one.high));
  return { low: low > 0 && low < 0.5 * high ? 0 : low, high };
}
