import { Text, Tooltip } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../../../shared/contract/train.ts';
import type { Format } from '../../../base/format.ts';
import type { Column } from '../../../components/DataTable.tsx';
import { axisOf, IntervalBar } from '../../../components/IntervalBar.tsx';
import type { Palette } from '../../../components/use-palette.ts';
import { type Ranker, rankersOf } from './rankers.ts';
import type { RankingMetric } from './ranking-metrics.ts';

const PLOT_WIDTH = 240;

/**
 * Returns the columns of the table of rankers: one metric with its confidence intervals, if there are any, and coverage,
 * popularity and novelty.
 */
export function rankerColumns(
  t: TFunction,
  format: Format,
  palette: Palette,
  evaluation: Evaluation,
  metric: Pick<RankingMetric, 'name' | 'title'>,
): Column<Ranker>[] {
  const value = (ranker: Ranker) => ranker.metrics[metric.name] ?? Number.NaN;
  return [
    { key: 'name', header: t('model.run.ranker'), cell: (ranker) => <RankerName name={ranker.name} /> },
    {
      key: 'value',
      header: metric.title,
      cell: (ranker) => format.number(value(ranker), 4),
      sort: value,
      numeric: true,
    },
    ...intervalColumn(t, format, palette, evaluation, metric.name),
    figureColumn(t, 'coverage', (figure) => format.percent(figure)),
    figureColumn(t, 'popularity', (figure) => format.number(figure, 2)),
    figureColumn(t, 'novelty', (figure) => format.number(figure, 1)),
  ];
}

function RankerName({ name }: { name: Ranker['name'] }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t(`model.run.help.${name}`)} multiline maw={300}>
      <Text size="sm" fw={name === 'model' ? 600 : 400} component="span">
        {t(name === 'model' || name === 'blend' ? `model.run.${name}` : `model.run.baselines.${name}`)}
      </Text>
    </Tooltip>
  );
}

/** Returns the column of confidence intervals on a common axis; none if the evaluation has no intervals. */
function intervalColumn(
  t: TFunction,
  format: Format,
  palette: Palette,
  evaluation: Evaluation,
  metric: string,
): Column<Ranker>[] {
  const intervals = rankersOf(evaluation).flatMap(({ intervals: byMetric }) => byMetric[metric] ?? []);
  if (intervals.length === 0) return [];
  const axis = axisOf(intervals);
  const bestBaselineValue = evaluation.baselines[evaluation.bestBaseline]?.[metric];
  const cell = ({ name, metrics, intervals: byMetric }: Ranker) => {
    const interval = byMetric[metric];
    if (!interval) return null;
    const value = metrics[metric] ?? Number.NaN;
    const [valueText, low, high] = [value, interval.low, interval.high].map((figure) => format.number(figure, 4));
    return (
      <IntervalBar
        value={value}
        {...interval}
        axis={axis}
        referenceValue={bestBaselineValue}
        colour={name === 'model' ? (palette.series[0] ?? palette.text) : palette.faint}
        label={t('model.intervalOf', { value: valueText, low, high })}
        width={PLOT_WIDTH}
      />
    );
  };
  const header = t('model.run.interval', { low: format.number(axis.low, 3), high: format.number(axis.high, 3) });
  return [{ key: 'plot', header, cell, width: PLOT_WIDTH + 20 }];
}

function figureColumn(
  t: TFunction,
  key: 'coverage' | 'popularity' | 'novelty',
  text: (figure: number) => string,
): Column<Ranker> {
  return {
    key,
    header: t(`model.run.${key}`),
    cell: ({ beyondAccuracy }) => text(beyondAccuracy?.[key] ?? Number.NaN),
    numeric: true,
  };
}
