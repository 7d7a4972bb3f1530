import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../base/format.ts';
import { Chart } from '../../../components/Chart.tsx';
import { axisStyle, tooltipStyle } from '../../../components/chart-style.ts';
import { usePalette } from '../../../components/use-palette.ts';
import { allMonths } from './all-months.ts';

interface MonthChartProps {
  /** `YYYY-MM`, ascending; months without behaviour are left out. */
  months: readonly string[];
  counts: Int32Array;
}

/** Bar chart of behaviours per month. */
export function MonthChart({ months, counts }: MonthChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(() => {
    const filled = allMonths(months, counts);
    return {
      animation: false,
      grid: { left: 8, right: 8, top: 12, bottom: 8, containLabel: true },
      tooltip: {
        ...tooltipStyle(palette),
        trigger: 'axis',
        valueFormatter: (value: unknown) => format.number(Number(value)),
      },
      xAxis: { ...axisStyle(palette), type: 'category', data: filled.map(({ month }) => month) },
      yAxis: { ...axisStyle(palette), type: 'value', minInterval: 1 },
      series: [
        { type: 'bar', name: t('terms.measures.events'), data: filled.map(({ events }) => events), barMaxWidth: 42 },
      ],
    };
  }, [months, counts, palette, format, t]);
  return <Chart option={option} height={120} label={t('users.monthsLabel')} />;
}
