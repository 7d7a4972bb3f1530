import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Probe } from '../../../../shared/contract/profile-quality.ts';
import { type Format, useFormat } from '../../../base/format.ts';
import { type Column, DataTable } from '../../../components/DataTable.tsx';

const FEATURES = ['vector', 'counts', 'union', 'aggregates', 'svd', 'random'] as const;
const FUTURE = ['returns', 'buys', 'spend'] as const;

/** A row for each attribute and future behaviour: how well it is predicted from each kind of features. */
export function ProbesTable({ probes }: { probes: readonly Probe[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      label={t('model.quality.table')}
      rows={probes}
      rowKey={({ target, days }) => `${target} ${days}`}
      columns={columnsOf(t, format)}
    />
  );
}

function columnsOf(t: TFunction, format: Format): Column<Probe>[] {
  return [
    { key: 'target', header: t('model.quality.target'), cell: (probe) => targetText(t, format, probe) },
    { key: 'metric', header: t('terms.measure'), cell: ({ metric }) => t(`model.quality.metrics.${metricOf(metric)}`) },
    { key: 'users', header: t('model.quality.users'), cell: ({ users }) => format.number(users), numeric: true },
    ...FEATURES.map(
      (feature): Column<Probe> => ({
        key: feature,
        header: t(`model.quality.features.${feature}`),
        cell: (probe) => format.number(probe[feature], 3),
        sort: (probe) => probe[feature],
        numeric: true,
      }),
    ),
  ];
}

function targetText(t: TFunction, format: Format, { target, days }: Probe): string {
  const future = FUTURE.find((name) => name === target);
  if (days === null || future === undefined) return target;
  return t(`model.quality.future.${future}`, { days: format.number(days) });
}

const metricOf = (metric: string) => (metric === 'accuracy' || metric === 'spearman' ? metric : 'rocAuc');
