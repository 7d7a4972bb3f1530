import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Concentration, CustomerBase } from '../../../shared/contract/base.ts';
import { baseRules } from '../../../shared/domain/base-rules.ts';
import { useFormat } from '../../base/format.ts';
import { Card } from '../../components/Card.tsx';
import { Chart } from '../../components/Chart.tsx';
import { axisStyle, legendStyle, tooltipStyle } from '../../components/chart-style.ts';
import { usePalette } from '../../components/use-palette.ts';
import { GroupsCard } from './GroupsCard.tsx';

/** Lorenz curve of the money of customers. */
export function ConcentrationCard({ concentration }: { concentration: Concentration | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t('customers.concentration.title');
  if (!concentration) {
    return (
      <Card title={title}>
        <Text size="sm" c="dimmed">
          {t('customers.concentration.none')}
        </Text>
      </Card>
    );
  }
  const { gini, topDecile, negative, lorenz } = concentration;
  const note = t('customers.concentration.note', { share: format.percent(topDecile), gini: format.number(gini, 2) });
  const negativeNote = negative === 0 ? '' : ` ${t('customers.concentration.negative', { count: negative })}`;
  return (
    <Card title={title} note={note + negativeNote}>
      <LorenzCurve lorenz={lorenz} />
    </Card>
  );
}

function LorenzCurve({ lorenz }: { lorenz: Float64Array }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(() => {
    const axis = (name: string) => ({
      ...axisStyle(palette),
      ...{ type: 'value', name, nameLocation: 'middle', nameGap: 28, min: 0, max: 1 },
      axisLabel: { color: palette.faint, formatter: (value: number) => format.percent(value, 0) },
    });
    const line = { type: 'line', showSymbol: false };
    return {
      animation: false,
      grid: { left: 20, right: 16, top: 32, bottom: 24, containLabel: true },
      legend: legendStyle(palette),
      tooltip: {
        ...tooltipStyle(palette),
        trigger: 'axis',
        valueFormatter: (value: unknown) => format.percent(Number(value)),
      },
      xAxis: axis(t('customers.concentration.poorest')),
      yAxis: { ...axis(t('customers.concentration.money')), nameGap: 44 },
      series: [
        {
          ...line,
          name: t('customers.concentration.lorenz'),
          data: Array.from(lorenz, (share, at) => [at / (lorenz.length - 1), share]),
        },
        {
          ...line,
          name: t('customers.concentration.equal'),
          lineStyle: { type: 'dashed' },
          data: Array.from(lorenz, (_, at) => [at / (lorenz.length - 1), at / (lorenz.length - 1)]),
        },
      ],
    };
  }, [lorenz, palette, format, t]);
  return <Chart option={option} height={280} label={t('customers.concentration.lorenz')} />;
}

/** Customers by tenths of their money. */
export function DecilesCard({ concentration, base }: { concentration: Concentration; base: CustomerBase }) {
  const { t } = useTranslation();
  return (
    <GroupsCard
      title={t('customers.concentration.deciles')}
      header={t('customers.concentration.decile')}
      rows={Array.from(concentration.deciles.customers, (_, at) => ({
        name: t('customers.concentration.decileOf', { decile: at + 1 }),
        rule: baseRules.decile(at + 1),
      }))}
      groups={concentration.deciles}
      base={base}
    />
  );
}
