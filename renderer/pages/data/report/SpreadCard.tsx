import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Spread } from '../../../../shared/contract/import-report.ts';
import { useFormat } from '../../../base/format.ts';
import { Chart } from '../../../components/Chart.tsx';
import { DataTable } from '../../../components/DataTable.tsx';
import { usePalette } from '../../../components/use-palette.ts';
import { ChartCard } from './ChartCard.tsx';
import { denseBins, rangeText, spreadOption } from './spread-option.ts';

interface SpreadCardProps {
  /** The quantity counted, and per what. */
  quantity: 'perUser' | 'perSession' | 'sessionsPerUser';
  spread: Spread;
}

/** Distribution of a count, such as events, over users or sessions. */
export function SpreadCard({ quantity, spread }: SpreadCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const title = t(`data.report.${quantity}`);
  const name = t(quantity === 'perSession' ? 'data.report.sessions' : 'data.report.users');
  const option = useMemo(() => spreadOption(spread, name, format, palette), [spread, name, format, palette]);
  const text = t(`data.report.${quantity}Text`, {
    count: spread.count,
    median: format.number(spread.median),
    p99: format.number(spread.p99),
    mean: format.number(spread.mean, 1),
    most: format.number(spread.max),
  });
  return (
    <ChartCard
      title={title}
      text={text}
      chart={<Chart option={option} height={220} label={title} />}
      table={<SpreadTable title={title} name={name} spread={spread} />}
    />
  );
}

function SpreadTable({ title, name, spread }: { title: string; name: string; spread: Spread }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      label={title}
      rows={denseBins(spread.bins)}
      rowKey={(bin) => String(bin.from)}
      maxHeight={260}
      columns={[
        {
          key: 'range',
          header: t('data.report.range'),
          cell: (bin) => rangeText(bin, format.number),
          sort: (bin) => bin.from,
        },
        {
          key: 'count',
          header: name,
          cell: (bin) => format.number(bin.count),
          sort: (bin) => bin.count,
          numeric: true,
        },
        {
          key: 'share',
          header: t('data.report.share'),
          cell: (bin) => format.percent(bin.count / spread.count),
          numeric: true,
        },
      ]}
    />
  );
}
