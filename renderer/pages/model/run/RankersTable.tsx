import { Group, Select, Stack, Text, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../../../shared/contract/train.ts';
import { useFormat } from '../../../base/format.ts';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { axisOf, IntervalBar } from '../../../components/IntervalBar.tsx';
import { usePalette } from '../../../components/use-palette.ts';
import { type Ranker, rankersOf } from './rankers.ts';
import { rankingMetrics } from './ranking-metrics.ts';

const PLOT_WIDTH = 240;

/** The model and all baselines: one metric with confidence intervals, and coverage, popularity and novelty. */
export function RankersTable({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const [metric, setMetric] = useState('ndcg@10');
  const rankers = rankersOf(evaluation);
  const intervals = rankers.flatMap(({ intervals: byMetric }) => byMetric[metric] ?? []);
  const axis = axisOf(intervals);
  const bestBaselineValue = evaluation.baselines[evaluation.bestBaseline]?.[metric];
  const value = (ranker: Ranker) => ranker.metrics[metric] ?? Number.NaN;
  const name = (ranker: Ranker) =>
    t(ranker.name === 'model' ? 'model.run.model' : `model.run.baselines.${ranker.name}`);
  const plot: Column<Ranker> = {
    key: 'plot',
    header: t('model.run.interval', { low: format.number(axis.low, 3), high: format.number(axis.high, 3) }),
    cell: (ranker) => {
      const interval = ranker.intervals[metric];
      const text = { low: format.number(interval?.low ?? 0, 4), high: format.number(interval?.high ?? 0, 4) };
      return (
        interval && (
          <IntervalBar
            value={value(ranker)}
            {...interval}
            axis={axis}
            referenceValue={bestBaselineValue}
            colour={ranker.name === 'model' ? (palette.series[0] ?? palette.text) : palette.faint}
            label={t('model.intervalOf', { value: format.number(value(ranker), 4), ...text })}
            width={PLOT_WIDTH}
          />
        )
      );
    },
    width: PLOT_WIDTH + 20,
  };
  const beyondAccuracyColumn = (
    key: 'coverage' | 'popularity' | 'novelty',
    formatFigure: (figure: number) => string,
  ): Column<Ranker> => ({
    key,
    header: t(`model.run.${key}`),
    cell: ({ beyondAccuracy: figures }) => formatFigure(figures?.[key] ?? Number.NaN),
    numeric: true,
  });
  const title = rankingMetrics(evaluation).find((candidate) => candidate.name === metric)?.title ?? metric;
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-end">
        <Text size="sm" c="dimmed" maw={640}>
          {t('model.run.tableHelp', {
            taken: format.number(evaluation.heldOutPopularity ?? Number.NaN, 2),
          })}
        </Text>
        <Select
          size="xs"
          w={140}
          aria-label={t('terms.measure')}
          data={rankingMetrics(evaluation).map((option) => ({ value: option.name, label: option.title }))}
          value={metric}
          onChange={(chosen) => setMetric(chosen ?? 'ndcg@10')}
          allowDeselect={false}
        />
      </Group>
      <DataTable
        label={t('model.run.table')}
        rows={rankers}
        rowKey={(ranker) => ranker.name}
        columns={[
          {
            key: 'name',
            header: t('model.run.ranker'),
            cell: (ranker) => (
              <Tooltip label={t(`model.run.help.${ranker.name}`)} multiline maw={300}>
                <Text size="sm" fw={ranker.name === 'model' ? 600 : 400} component="span">
                  {name(ranker)}
                </Text>
              </Tooltip>
            ),
          },
          {
            key: 'value',
            header: title,
            cell: (ranker) => format.number(value(ranker), 4),
            sort: value,
            numeric: true,
          },
          ...(intervals.length > 0 ? [plot] : []),
          beyondAccuracyColumn('coverage', (figure) => format.percent(figure)),
          beyondAccuracyColumn('popularity', (figure) => format.number(figure, 2)),
          beyondAccuracyColumn('novelty', (figure) => format.number(figure, 1)),
        ]}
      />
    </Stack>
  );
}
