import { Badge, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lift } from '../../shared/contract/segment.ts';
import { useFormat } from '../base/format.ts';
import { type Column, DataTable } from '../components/DataTable.tsx';
import { FeatureName, featureName } from './FeatureName.tsx';
import { IntervalPlot } from './IntervalPlot.tsx';
import { type LiftRow, liftRows } from './lift-rows.ts';
import { liftScale } from './lift-scale.ts';
import { liftText } from './lift-text.ts';

const PLOT_WIDTH = 190;

/** Features of the members compared with all users: shares, lift with its confidence interval, and adjusted p-value. */
export function LiftTable({ lift }: { lift: Lift }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const rows = useMemo(() => liftRows(lift), [lift]);
  const scale = useMemo(() => liftScale(rows), [rows]);
  const columns: Column<LiftRow>[] = [
    {
      key: 'feature',
      header: t('segments.feature'),
      cell: (row) => <FeatureName row={row} />,
      sort: (row) => featureName(t, i18n.language, format, row),
    },
    {
      key: 'kind',
      header: t('segments.kind'),
      cell: (row) => (
        <Badge variant="light" color="gray" tt="none" fw={500} miw="max-content">
          {t(`terms.kinds.${row.kind}`)}
        </Badge>
      ),
      sort: (row) => row.kind,
    },
    {
      key: 'members',
      header: t('segments.memberShare'),
      cell: (row) => format.percent(row.memberShare),
      sort: (row) => row.memberShare,
      numeric: true,
    },
    {
      key: 'everyone',
      header: t('segments.everyoneShare'),
      cell: (row) => format.percent(row.everyoneShare),
      sort: (row) => row.everyoneShare,
      numeric: true,
    },
    {
      key: 'lift',
      header: t('terms.lift'),
      cell: (row) => (
        <Text fw={600} size="sm">
          {liftText(t, format, row.lift)}
        </Text>
      ),
      sort: (row) => row.lift,
      numeric: true,
    },
    {
      key: 'interval',
      header: t('segments.intervalAxis', {
        low: liftText(t, format, scale.low),
        high: liftText(t, format, scale.high),
      }),
      cell: (row) => <IntervalPlot {...row} scale={scale} width={PLOT_WIDTH} />,
      exported: ({ low, high }) => `${low}–${high}`,
      width: PLOT_WIDTH + 20,
    },
    {
      key: 'q',
      header: t('segments.adjustedP'),
      cell: (row) => qValueText(row.q, format),
      exported: (row) => row.q,
      sort: (row) => row.q,
      numeric: true,
    },
  ];
  return (
    <DataTable label={t('segments.liftTable')} columns={columns} rows={rows} rowKey={(row) => row.key} pageSize={20} />
  );
}

function qValueText(q: number, format: { number(value: number, decimals?: number): string }): string {
  return q < 0.001 ? `< ${format.number(0.001, 3)}` : format.number(q, 3);
}
