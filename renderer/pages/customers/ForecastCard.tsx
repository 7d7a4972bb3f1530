import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BaseDetails, BaseForecast } from '../../../shared/contract/base.ts';
import { useFormat } from '../../base/format.ts';
import { Card } from '../../components/Card.tsx';
import { Chart } from '../../components/Chart.tsx';
import { ComputeValue } from '../../components/ComputeValue.tsx';
import { axisStyle, legendStyle, tooltipStyle } from '../../components/chart-style.ts';
import { usePalette } from '../../components/use-palette.ts';

/** How many of the customers buy again, with an interval; or why that is not known, and how to compute it. */
export function ForecastCard({ forecast, noForecast }: Pick<BaseDetails, 'forecast' | 'noForecast'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t('customers.forecast.title');
  if (!forecast) {
    const reason = t(`customers.forecast.none.${noForecast ?? 'notComputed'}`);
    return (
      <Card title={title}>
        <Stack gap={8}>
          {noForecast === 'notComputed' ? (
            <ComputeValue text={reason} />
          ) : (
            <Text size="sm" c="dimmed">
              {reason}
            </Text>
          )}
        </Stack>
      </Card>
    );
  }
  const { alive, outdated } = forecast;
  const [value, low, high] = [alive.value, alive.low, alive.high].map((count) => format.number(count));
  return (
    <Card title={title} note={t('customers.forecast.note', { alive: value, low, high })}>
      <Stack gap={8}>
        {outdated && <ComputeValue text={t('customers.forecast.outdated')} />}
        <ForecastChart forecast={forecast} />
      </Stack>
    </Card>
  );
}

function ForecastChart({ forecast: { weeks, expected, low, high, past } }: { forecast: BaseForecast }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(() => {
    const line = (name: string, values: ArrayLike<number>, type: 'solid' | 'dashed' | 'dotted', colour: number) => ({
      ...{ type: 'line', name, showSymbol: false },
      lineStyle: { type, color: palette.series[colour] },
      itemStyle: { color: palette.series[colour] },
      data: Array.from(values, (value, at) => [weeks[at], Math.round(value)]),
    });
    return {
      animation: false,
      grid: { left: 8, right: 16, top: 72, bottom: 24, containLabel: true },
      legend: legendStyle(palette),
      tooltip: {
        ...tooltipStyle(palette),
        trigger: 'axis',
        valueFormatter: (value: unknown) => format.number(Number(value)),
      },
      xAxis: {
        ...axisStyle(palette),
        ...{ type: 'value', name: t('customers.forecast.weeks'), nameLocation: 'middle', nameGap: 28, minInterval: 1 },
      },
      yAxis: { ...axisStyle(palette), type: 'value', minInterval: 1 },
      series: [
        line(t('customers.forecast.expected'), expected, 'solid', 1),
        line(t('customers.forecast.low'), low, 'dashed', 1),
        line(t('customers.forecast.high'), high, 'dashed', 1),
        line(t('customers.forecast.past'), past, 'dotted', 2),
      ],
    };
  }, [weeks, expected, low, high, past, palette, format, t]);
  return <Chart option={option} height={280} label={t('customers.forecast.title')} />;
}
