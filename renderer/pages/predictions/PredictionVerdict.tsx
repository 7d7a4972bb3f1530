import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Interval, PredictionSummary } from '../../../shared/contract/prediction.ts';
import { verdictOnDifference } from '../../../shared/domain/difference-verdict.ts';
import { useFormat } from '../../base/format.ts';
import { IntervalRows } from '../../components/IntervalRows.tsx';
import { VerdictPanel } from '../../components/VerdictPanel.tsx';
import { formatMetric, intervalText, metricHelp, metricName } from '../../predictions/metric-text.ts';
import { LINEAR_VERDICT_STYLES } from '../../runs/verdict-styles.ts';
import type { Prediction } from './prediction.ts';

/**
 * Whether a prediction beats a linear model on counts, in words and as confidence intervals of the model, the linear
 * model and the base rate.
 */
export function PredictionVerdict({ prediction: { summary, evaluation } }: { prediction: Prediction }) {
  const { t } = useTranslation();
  const format = useFormat();
  const verdict = verdictOnDifference(summary.difference);
  return (
    <VerdictPanel label={t('predictions.verdict')} {...LINEAR_VERDICT_STYLES[verdict]}>
      <Title order={2} fz="h3">
        {t(`predictions.headline.${verdict}`)}
      </Title>
      <Text>
        {t('predictions.result', {
          metric: metricName(t, summary.metric),
          model: formatMetric(format, summary.model.value),
          linear: formatMetric(format, summary.linear.value),
          base: formatMetric(format, summary.base.value),
          users: format.number(summary.users),
        })}
      </Text>
      <Text>
        {t(`predictions.significance.${verdict}`, { difference: intervalText(t, format, summary.difference) })}
      </Text>
      <Text size="sm" c="dimmed">
        {[
          metricHelp(t, summary.metric),
          evaluation.testCut === null
            ? t('predictions.byFolds', { folds: format.number(evaluation.folds) })
            : t('predictions.byCut', {
                cut: format.day(evaluation.testCut),
                cuts: format.number(evaluation.trainingCuts.length),
              }),
          summary.pretrainedUntil !== null &&
            t('predictions.pretrainedUntil', { time: format.day(summary.pretrainedUntil) }),
        ]
          .filter(Boolean)
          .join(' ')}
      </Text>
      <Intervals summary={summary} />
    </VerdictPanel>
  );
}

function Intervals({ summary: { model, linear, base } }: { summary: PredictionSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const row = (name: 'model' | 'linear' | 'base', interval: Interval) => ({
    name,
    interval,
    label: t(`predictions.rankers.${name}`),
    text: intervalText(t, format, interval),
  });
  return (
    <IntervalRows
      rows={[row('model', model), row('linear', linear), row('base', base)]}
      referenceValue={linear.value}
      labelWidth={220}
    />
  );
}
