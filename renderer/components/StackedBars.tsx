import { Box, Group } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { useFormat } from '../base/format.ts';
import { BarsLegend } from './BarsLegend.tsx';
import { BarTooltip } from './BarTooltip.tsx';
import { barsCsv } from './bars-csv.ts';
import { ExportMenu } from './ExportMenu.tsx';
import classes from './StackedBars.module.css';
import { type Bar, type BarSeries, highestStack, labelledBars, stackedPaths, ticks } from './stacked-bars.ts';
import { type SvgPicture, svgFile, svgPng } from './svg-picture.ts';
import { usePalette } from './use-palette.ts';

interface StackedBarsProps {
  /** Accessible name of the chart. */
  label: string;
  bars: readonly Bar[];
  series: readonly BarSeries[];
  /** Height of the plot with axes, in pixels. */
  height: number;
}

const LEFT = 48;
const TOP = 8;
const BOTTOM = 24;
const LABEL_GAP = 140;

/**
 * Stacked bar chart in SVG. Shows the figures of the bar under the pointer or selected with the arrow keys. The legend
 * toggles series.
 */
export function StackedBars({ label, bars, series, height }: StackedBarsProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const format = useFormat();
  const palette = usePalette();
  const drawing = useRef<SVGSVGElement>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<number | null>(null);
  const coloured = useMemo(
    () => series.map((one, index) => ({ ...one, colour: palette.series[index % palette.series.length] ?? '' })),
    [series, palette],
  );
  const shown = useMemo(() => coloured.filter(({ name }) => !hidden.has(name)), [coloured, hidden]);
  const values = useMemo(() => ticks(highestStack(shown, bars.length)), [shown, bars]);
  const plot = { width: Math.max(0, width - LEFT), height: height - TOP - BOTTOM, max: values.at(-1) ?? 1 };
  const paths = useMemo(
    () => stackedPaths(shown, bars.length, { width: plot.width, height: plot.height, max: plot.max }),
    [shown, bars.length, plot.width, plot.height, plot.max],
  );
  const step = plot.width / bars.length;
  const figures = (bar: number) => shown.map(({ name, colour, counts }) => ({ name, colour, count: counts[bar] ?? 0 }));
  const spoken = (bar: number) =>
    [bars[bar]?.title, ...figures(bar).map(({ name, count }) => `${name} ${format.number(count)}`)].join(', ');
  const picture = (): SvgPicture => {
    if (!drawing.current) throw new Error('the chart is not drawn yet');
    return { svg: drawing.current, legend: shown, background: palette.panel, text: palette.text };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - LEFT;
    setCurrent(x < 0 ? null : Math.min(bars.length - 1, Math.floor(x / step)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = barAfter(event.key, current ?? -1, bars.length);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
  };
  return (
    <Box>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <BarsLegend series={coloured} hidden={hidden} onChange={setHidden} />
        <ExportMenu
          label={label}
          files={{
            png: () => svgPng(picture()),
            svg: () => svgFile(picture()),
            csv: () => barsCsv(label, bars, shown),
          }}
        />
      </Group>
      <div
        ref={ref}
        className={classes.plot}
        style={{ height }}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={bars.length}
        aria-valuenow={(current ?? 0) + 1}
        aria-valuetext={spoken(current ?? 0)}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setCurrent(null)}
        onBlur={() => setCurrent(null)}
        onKeyDown={onKeyDown}
      >
        <svg ref={drawing} width={width} height={height} aria-hidden>
          <g transform={`translate(${LEFT},${TOP})`}>
            {values.map((value) => {
              const y = plot.height * (1 - value / plot.max);
              return (
                <g key={value}>
                  <line x2={plot.width} y1={y} y2={y} stroke={palette.grid} />
                  <text x={-8} y={y} dy="0.32em" textAnchor="end" className={classes.text}>
                    {format.compact(value)}
                  </text>
                </g>
              );
            })}
            {current !== null && (
              <rect x={current * step} width={step} height={plot.height} fill={palette.text} opacity={0.08} />
            )}
            {shown.map(({ name, colour }, index) => (
              <path key={name} d={paths[index]} fill={colour} />
            ))}
            {labelledBars(bars.length, plot.width, LABEL_GAP).map((bar) => (
              <text
                key={bar}
                {...labelPlace((bar + 0.5) * step, plot.width)}
                y={plot.height + 17}
                className={classes.text}
              >
                {bars[bar]?.label}
              </text>
            ))}
          </g>
        </svg>
        {current !== null && (
          <BarTooltip
            title={bars[current]?.title ?? ''}
            figures={figures(current)}
            x={LEFT + (current + 0.5) * step}
            width={width}
          />
        )}
      </div>
    </Box>
  );
}

/** Returns the bar that a key selects; null if the key does not select one. */
function barAfter(key: string, current: number, bars: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowUp') return Math.min(bars - 1, current + 1);
  if (key === 'ArrowLeft' || key === 'ArrowDown') return Math.max(0, current - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? bars - 1 : null;
}

/** Returns the position of the label of the bar at `x`, kept within the plot at both ends. */
function labelPlace(x: number, width: number): { x: number; textAnchor: 'start' | 'middle' | 'end' } {
  if (x < LABEL_GAP / 2) return { x: 0, textAnchor: 'start' };
  if (x > width - LABEL_GAP / 2) return { x: width, textAnchor: 'end' };
  return { x, textAnchor: 'middle' };
}
