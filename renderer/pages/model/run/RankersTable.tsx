import { Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../../../shared/contract/train.ts';
import { useFormat } from '../../../base/format.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { usePalette } from '../../../components/use-palette.ts';
import { rankerColumns } from './ranker-columns.tsx';
import { rankersOf } from './rankers.ts';
import { rankingMetrics } from './ranking-metrics.ts';

const DEFAULT_METRIC = 'ndcg@10';

/** The model and all baselines: one metric with confidence intervals, and coverage, popularity and novelty. */
export function RankersTable({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const [metric, setMetric] = useState(DEFAULT_METRIC);
  const metrics = rankingMetrics(evaluation);
  const title = metrics.find(({ name }) => name === metric)?.title ?? metric;
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-end">
        <Text size="sm" c="dimmed" maw={640}>
          {t('model.run.tableHelp', { taken: format.number(evaluation.heldOutPopularity ?? Number.NaN, 2) })}
        </Text>
        <Select
          size="xs"
          w={140}
          aria-label={t('terms.measure')}
          data={metrics.map((option) => ({ value: option.name, label: option.title }))}
          value={metric}
          onChange={(chosen) => setMetric(chosen ?? DEFAULT_METRIC)}
          allowDeselect={false}
        />
      </Group>
      <DataTable
        label={t('model.run.table')}
        rows={rankersOf(evaluation)}
        rowKey={({ name }) => name}
        columns={rankerColumns(t, format, palette, evaluation, { name: metric, title })}
      />
    </Stack>
  );
}
