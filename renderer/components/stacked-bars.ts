export interface Bar {
  /** Label on the axis. */
  readonly label: string;
  /** Title of the tooltip. */
  readonly title: string;
}

export interface BarSeries {
  readonly name: string;
  /** One count per bar, not negative. */
  readonly counts: ArrayLike<number>;
}

/** Size of a plot in pixels, and the value at its top. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly max: number;
}

const MAX_BAR_WIDTH = 56;

/** Returns the height of the highest stack. */
export function highestStack(series: readonly BarSeries[], bars: number): number {
  let highest = 0;
  for (let bar = 0; bar < bars; bar++)
    highest = Math.max(
      highest,
      series.reduce((sum, { counts }) => sum + (counts[bar] ?? 0), 0),
    );
  return highest;
}

/** Returns an SVG path per series with all its rectangles, stacked on the previous series. */
export function stackedPaths(series: readonly BarSeries[], bars: number, { width, height, max }: Plot): string[] {
  const step = width / bars;
  const barWidth = Math.min(MAX_BAR_WIDTH, step * (bars > 60 ? 0.95 : 0.75));
  const tops = new Float64Array(bars);
  const y = (value: number) => (height * (1 - value / max)).toFixed(2);
  return series.map(({ counts }) => {
    const rectangles: string[] = [];
    for (let bar = 0; bar < bars; bar++) {
      const count = counts[bar] ?? 0;
      if (count === 0) continue;
      const bottom = tops[bar] ?? 0;
      tops[bar] = bottom + count;
      const left = (bar * step + (step - barWidth) / 2).toFixed(2);
      rectangles.push(`M${left} ${y(bottom)}h${barWidth.toFixed(2)}V${y(bottom + count)}h-${barWidth.toFixed(2)}z`);
    }
    return rectangles.join('');
  });
}

/** Returns axis ticks: integers from 0 to at least the maximum, in steps of 1, 2 or 5 times a power of ten. */
export function ticks(max: number, count = 4): number[] {
  const raw = Math.max(1, max / count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= raw) ?? 10);
  return Array.from({ length: Math.max(1, Math.ceil(max / step)) + 1 }, (_, index) => index * step);
}

/** Returns the indices of the bars with an axis label, evenly spaced and at least `minGap` pixels apart. */
export function labelledBars(bars: number, width: number, minGap: number): number[] {
  const every = Math.max(1, Math.ceil((bars * minGap) / Math.max(width, 1)));
  return Array.from({ length: Math.ceil(bars / every) }, (_, index) => index * every);
}
