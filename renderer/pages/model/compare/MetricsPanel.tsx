import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../../../shared/contract/runs.ts';
import { useFormat } from '../../../base/format.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { rankingMetrics } from '../run/ranking-metrics.ts';
import { comparedRunName } from './compared-run-name.ts';

/** All metrics of all runs with their confidence intervals; a dash if a run was not evaluated. */
export function MetricsPanel({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const format = useFormat();
  const metrics = Object.assign({}, ...comparison.runs.map((run) => run.metrics));
  const facts = [
    { name: t('runs.parameters'), of: (at: number) => format.number(comparison.runs[at]?.parameters ?? Number.NaN) },
    { name: t('runs.duration'), of: (at: number) => format.duration(comparison.runs[at]?.seconds ?? Number.NaN) },
  ];
  const rows = [
    ...rankingMetrics({ metrics }).map(({ name, title }) => ({
      name: title,
      of: (at: number) => {
        const { value, low, high } = comparison.runs[at]?.metrics[name] ?? { value: Number.NaN, low: null, high: null };
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
      },
    })),
    ...facts,
  ];
  return (
    <Stack gap="xs">
      <Title order={2}>{t('model.compare.metrics')}</Title>
      <DataTable
        label={t('model.compare.metrics')}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', header: t('terms.measure'), cell: ({ name }) => name },
          ...comparison.runs.map(({ run }, at) => ({
            key: run,
            header: comparedRunName(comparison, run),
            cell: (row: (typeof rows)[number]) => row.of(at),
            numeric: true,
          })),
        ]}
      />
    </Stack>
  );
}
