import { Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PredictionSummary } from '../../../shared/contract/prediction.ts';
import { useFormat } from '../../base/format.ts';
import { axisOf, IntervalBar } from '../../components/IntervalBar.tsx';
import { usePalette } from '../../components/use-palette.ts';
import { formatMetric, intervalText, metricHelp, metricName } from '../../predictions/metric-text.ts';
import { VERDICT_STYLES } from '../../runs/VerdictBadge.tsx';
import type { Prediction } from './prediction.ts';

export const VERDICT_STYLE_KEY = { better: 'clearly', maybe: 'maybe', no: 'worse' } as const satisfies Record<
  PredictionSummary['verdict'],
  keyof typeof VERDICT_STYLES
>;

/**
 * Whether a prediction beats a linear model on counts, in words and as confidence intervals of the model, the linear
 * model and the base rate.
 */
export function PredictionVerdict({ prediction: { summary, evaluation } }: { prediction: Prediction }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { icon: VerdictIcon, colour } = VERDICT_STYLES[VERDICT_STYLE_KEY[summary.verdict]];
  const metric = metricName(t, summary.metric);
  return (
    <Paper withBorder p="md" component="section" aria-label={t('predictions.verdict')}>
      <Group align="flex-start" wrap="nowrap" gap="md">
        <ThemeIcon size={40} radius="xl" variant="light" color={colour} aria-hidden>
          <VerdictIcon size={24} />
        </ThemeIcon>
        <Stack gap={4} flex={1}>
          <Title order={2} fz="h3">
            {t(`predictions.headline.${summary.verdict}`)}
          </Title>
          <Text>
            {t('predictions.found', {
              metric,
              model: formatMetric(format, summary.model.value),
              linear: formatMetric(format, summary.linear.value),
              base: formatMetric(format, summary.base.value),
              users: format.number(summary.users),
            })}
          </Text>
          <Text>
            {t(`predictions.sure.${summary.verdict}`, { difference: intervalText(t, format, summary.difference) })}
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
        </Stack>
      </Group>
    </Paper>
  );
}

function Intervals({ summary }: { summary: PredictionSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const rows = [
    ['model', summary.model],
    ['linear', summary.linear],
    ['base', summary.base],
  ] as const;
  const axis = axisOf(rows.map(([, interval]) => interval));
  return (
    <Stack gap={2} mt="xs">
      {rows.map(([name, interval]) => (
        <Group key={name} gap="md" wrap="nowrap">
          <Text size="sm" w={220} fw={name === 'model' ? 600 : 400}>
            {t(`predictions.rankers.${name}`)}
          </Text>
          <IntervalBar
            {...interval}
            axis={axis}
            width={300}
            referenceValue={summary.linear.value}
            colour={name === 'model' ? (palette.series[0] ?? palette.text) : palette.faint}
            label={intervalText(t, format, interval)}
          />
          <Text size="sm">{intervalText(t, format, interval)}</Text>
        </Group>
      ))}
    </Stack>
  );
}
