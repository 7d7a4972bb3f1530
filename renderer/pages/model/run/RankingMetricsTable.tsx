import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../../../shared/contract/train.ts';
import { useFormat } from '../../../base/format.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { rankersOf } from './rankers.ts';
import { rankingMetrics } from './ranking-metrics.ts';

/** All metrics of all rankers, with confidence intervals. */
export function RankingMetricsTable({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      label={t('model.run.allMeasures')}
      rows={rankingMetrics(evaluation)}
      rowKey={(metric) => metric.name}
      columns={[
        {
          key: 'name',
          header: t('terms.measure'),
          cell: ({ title, family, k }) => <span title={t(`training.${family}Help`, { k })}>{title}</span>,
        },
        ...rankersOf(evaluation).map((ranker) => ({
          key: ranker.name,
          header: t(
            ranker.name === 'model' || ranker.name === 'blend'
              ? `model.run.${ranker.name}`
              : `model.run.shortBaselines.${ranker.name}`,
          ),
          numeric: true,
          cell: ({ name }: { name: string }) => {
            const interval = ranker.intervals[name];
            return (
              <>
                {format.number(ranker.metrics[name] ?? Number.NaN, 4)}
                {interval && (
                  <Text size="xs" c="dimmed">
                    {format.number(interval.low, 4)}–{format.number(interval.high, 4)}
                  </Text>
                )}
              </>
            );
          },
        })),
      ]}
    />
  );
}
