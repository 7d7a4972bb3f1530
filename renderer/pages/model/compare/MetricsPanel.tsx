import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../../../shared/contract/runs.ts';
import { useFormat } from '../../../base/format.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { type RankingMetric, rankingMetrics } from '../run/ranking-metrics.ts';
import { comparableRuns } from './comparable.ts';
import { comparedRunName } from './compared-run-name.ts';

/** All metrics, with their confidence intervals, of the runs evaluated on the same test cases. */
export function MetricsPanel({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const runs = comparableRuns(comparison);
  return (
    <Stack gap="xs">
      <Title order={2}>{t('model.compare.metrics')}</Title>
      <DataTable
        label={t('model.compare.metrics')}
        rows={rankingMetrics({ metrics: Object.assign({}, ...runs.map(({ metrics }) => metrics)) })}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', header: t('terms.measure'), cell: ({ title }) => title },
          ...runs.map((run) => ({
            key: run.run,
            header: comparedRunName(comparison, run.run),
            cell: ({ name }: RankingMetric) => <Metric metric={run.metrics[name]} />,
            numeric: true,
          })),
        ]}
      />
    </Stack>
  );
}

function Metric({ metric }: { metric: Comparison['runs'][number]['metrics'][string] | undefined }) {
  const format = useFormat();
  const { value, low, high } = metric ?? { value: Number.NaN, low: null, high: null };
  return (
    <>
      {format.number(value, 4)}
      {low !== null && high !== null && (
        <Text size="xs" c="dimmed">
          {format.number(low, 4)}–{format.number(high, 4)}
        </Text>
      )}
    </>
  );
}
