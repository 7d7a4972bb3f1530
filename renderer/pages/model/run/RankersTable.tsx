import { Group, Select, Stack, Text, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../../../shared/contract/train.ts';
import { useFormat } from '../../../base/format.ts';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { axisOf, IntervalBar } from '../../../components/IntervalBar.tsx';
import { usePalette } from '../../../components/use-palette.ts';
import { type Ranker, rankersOf } from './rankers.ts';
import { measuresOf } from './ranking-metrics.ts';

const PLOT_WIDTH = 240;

/** The model beside every baseline: one measure with its intervals, and whom and what they recommend. */
export function RankersTable({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const [measure, setMeasure] = useState('ndcg@10');
  const rankers = rankersOf(evaluation);
  const intervals = rankers.flatMap(({ intervals: of }) => of[measure] ?? []);
  const axis = axisOf(intervals);
  const best = evaluation.baselines[evaluation.bestBaseline]?.[measure];
  const value = (ranker: Ranker) => ranker.metrics[measure] ?? Number.NaN;
  const name = (ranker: Ranker) => t(ranker.name === 'model' ? 'verdict.model' : `verdict.baselines.${ranker.name}`);
  const plot: Column<Ranker> = {
    key: 'plot',
    header: t('verdict.interval', { low: format.number(axis.low, 3), high: format.number(axis.high, 3) }),
    cell: (ranker) => {
      const interval = ranker.intervals[measure];
      const text = { low: format.number(interval?.low ?? 0, 4), high: format.number(interval?.high ?? 0, 4) };
      return (
        interval && (
          <IntervalBar
            value={value(ranker)}
            {...interval}
            axis={axis}
            mark={best}
            colour={ranker.name === 'model' ? (palette.series[0] ?? palette.text) : palette.faint}
            label={t('verdict.intervalOf', { value: format.number(value(ranker), 4), ...text })}
            width={PLOT_WIDTH}
          />
        )
      );
    },
    width: PLOT_WIDTH + 20,
  };
  const reach = (key: 'coverage' | 'popularity' | 'novelty', write: (of: number) => string): Column<Ranker> => ({
    key,
    header: t(`verdict.${key}`),
    cell: ({ reach: of }) => write(of?.[key] ?? Number.NaN),
    numeric: true,
  });
  const title = measuresOf(evaluation).find((one) => one.name === measure)?.title ?? measure;
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-end">
        <Text size="sm" c="dimmed" maw={640}>
          {t('verdict.tableHelp', {
            taken: format.number(evaluation.takenPopularity ?? Number.NaN, 2),
          })}
        </Text>
        <Select
          size="xs"
          w={140}
          aria-label={t('verdict.measure')}
          data={measuresOf(evaluation).map((one) => ({ value: one.name, label: one.title }))}
          value={measure}
          onChange={(chosen) => setMeasure(chosen ?? 'ndcg@10')}
          allowDeselect={false}
        />
      </Group>
      <DataTable
        label={t('verdict.table')}
        rows={rankers}
        rowKey={(ranker) => ranker.name}
        columns={[
          {
            key: 'name',
            header: t('verdict.ranker'),
            cell: (ranker) => (
              <Tooltip label={t(`verdict.help.${ranker.name}`)} multiline maw={300}>
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
          reach('coverage', (of) => format.percent(of)),
          reach('popularity', (of) => format.number(of, 2)),
          reach('novelty', (of) => format.number(of, 1)),
        ]}
      />
    </Stack>
  );
}
