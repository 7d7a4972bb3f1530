import { Box } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { echarts } from './echarts.ts';
import { usePalette } from './use-palette.ts';

interface ChartProps {
  option: EChartsCoreOption;
  height: number;
  /** What the chart shows, for those who do not see it. */
  label: string;
}

/** A chart on a canvas; it follows its box's size and the colour scheme. */
export function Chart({ option, height, label }: ChartProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const canvas = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const palette = usePalette();

  useEffect(() => {
    if (!canvas.current) return;
    const made = echarts.init(canvas.current, null, { renderer: 'canvas' });
    chart.current = made;
    return () => made.dispose();
  }, []);

  useEffect(() => {
    chart.current?.setOption(
      {
        color: [...palette.series],
        textStyle: { color: palette.faint, fontFamily: getComputedStyle(document.body).fontFamily },
        backgroundColor: 'transparent',
        ...option,
      },
      { notMerge: true },
    );
  }, [option, palette]);

  useEffect(() => {
    if (width > 0) chart.current?.resize({ width, height });
  }, [width, height]);

  return (
    <Box ref={ref} w="100%" h={height} role="img" aria-label={label}>
      <div ref={canvas} style={{ width: '100%', height }} />
    </Box>
  );
}
