import { Box } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef } from 'react';
import classes from './ChartCanvas.module.css';
import { chartCsv } from './chart-csv.ts';
import { chartPng, chartSvg } from './chart-picture.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { echarts } from './echarts.ts';
import { usePalette } from './use-palette.ts';

export interface ChartProps {
  option: EChartsCoreOption;
  height: number;
  /** Description for screen readers. */
  label: string;
}

/** An ECharts chart on a canvas that follows the size of its container and the colour scheme. */
export default function ChartCanvas({ option, height, label }: ChartProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const container = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const palette = usePalette();

  useEffect(() => {
    if (!container.current) return;
    const instance = echarts.init(container.current, null, { renderer: 'canvas' });
    chart.current = instance;
    return () => instance.dispose();
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

  const shownChart = () => {
    if (!chart.current) throw new Error('the chart is not drawn yet');
    return chart.current;
  };
  return (
    <Box ref={ref} w="100%" h={height} pos="relative">
      <div ref={container} style={{ width: '100%', height }} role="img" aria-label={label} />
      <ExportMenu
        label={label}
        className={classes.export}
        files={{
          png: () => chartPng(shownChart(), palette.panel),
          svg: () => chartSvg(shownChart(), palette.panel),
          csv: () => chartCsv(option, label),
        }}
      />
    </Box>
  );
}
