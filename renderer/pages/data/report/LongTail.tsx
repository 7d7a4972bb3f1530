import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import { useFormat } from '../../../base/format.ts';
import { Chart } from '../../../components/Chart.tsx';
import { DataTable } from '../../../components/DataTable.tsx';
import { usePalette } from '../../../components/use-palette.ts';
import { ChartCard } from './ChartCard.tsx';
import { curvePoints, longTailOption } from './long-tail-option.ts';

/** Concentration of events on items: cumulative share curve, and figures such as the Gini coefficient. */
export function LongTail({ items }: { items: NonNullable<QualityReport['items']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const title = t('data.report.longTail');
  const option = useMemo(
    () =>
      longTailOption(items, format, palette, {
        items: t('data.report.itemShare'),
        curve: t('data.report.curve'),
        even: t('data.report.even'),
      }),
    [items, format, palette, t],
  );
  return (
    <ChartCard
      title={title}
      text={t('data.report.longTailText', {
        count: items.spread.count,
        top1: format.percent(items.top1),
        top10: format.percent(items.top10),
        gini: format.number(items.gini, 2),
      })}
      chart={<Chart option={option} height={220} label={title} />}
      table={
        <DataTable
          label={title}
          rows={curvePoints(items.curve).slice(1)}
          rowKey={([share]) => String(share)}
          maxHeight={260}
          columns={[
            {
              key: 'items',
              header: t('data.report.itemShare'),
              cell: ([share]) => format.percent(share, 0),
              numeric: true,
            },
            {
              key: 'events',
              header: t('data.report.eventShare'),
              cell: ([, share]) => format.percent(share),
              numeric: true,
            },
          ]}
        />
      }
    />
  );
}
