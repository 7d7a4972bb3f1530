import { Paper, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PredictionEvaluation } from '../../../shared/contract/prediction.ts';
import { useFormat } from '../../base/format.ts';
import { Chart } from '../../components/Chart.tsx';
import { axisStyle, tooltipStyle } from '../../components/chart-style.ts';
import { usePalette } from '../../components/use-palette.ts';

/** Scatter plot of predicted against true numbers, one point per user. */
export function NumberChart({ evaluation: { truth, predicted } }: { evaluation: PredictionEvaluation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(() => {
    const axis = (name: string) => ({
      ...axisStyle(palette),
      type: 'value',
      scale: true,
      name,
      nameLocation: 'middle',
      nameGap: 32,
      axisLabel: { color: palette.faint, formatter: (value: number) => format.compact(value) },
    });
    return {
      animation: false,
      grid: { left: 32, right: 16, top: 16, bottom: 32, containLabel: true },
      tooltip: tooltipStyle(palette),
      xAxis: axis(t('predictions.axes.truth')),
      yAxis: axis(t('predictions.axes.guess')),
      series: [
        {
          type: 'scatter',
          symbolSize: 5,
          itemStyle: { opacity: 0.5 },
          data: Array.from(truth, (value, i) => [value, predicted[i]]),
        },
      ],
    };
  }, [truth, predicted, t, format, palette]);
  return (
    <Paper withBorder p="md">
      <Title order={3} fz="md">
        {t('predictions.numbers')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('predictions.numbersHelp')}
      </Text>
      <Chart option={option} height={320} label={t('predictions.numbers')} />
    </Paper>
  );
}
