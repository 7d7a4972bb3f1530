import { Group, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HeadSummary } from '../../../shared/contract/finetune.ts';
import { useFormat } from '../../base/format.ts';
import { axisOf, IntervalBar } from '../../components/IntervalBar.tsx';
import { usePalette } from '../../components/use-palette.ts';
import { SIGNS } from '../model/run/VerdictBadge.tsx';
import { intervalText, metricHelp, metricName, metricNumber } from './metric-text.ts';
import type { Head } from './PredictionDetail.tsx';

export const SIGN_OF = { better: 'clearly', maybe: 'maybe', no: 'worse' } as const satisfies Record<
  HeadSummary['verdict'],
  keyof typeof SIGNS
>;

/** Whether a head knows more than a linear model on counts, in words and as three intervals. */
export function HeadVerdict({ head: { summary, evaluation } }: { head: Head }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { icon: Sign, colour } = SIGNS[SIGN_OF[summary.verdict]];
  const metric = metricName(t, summary.metric);
  return (
    <Paper withBorder p="md" component="section" aria-label={t('head.verdict')}>
      <Group align="flex-start" wrap="nowrap" gap="md">
        <ThemeIcon size={40} radius="xl" variant="light" color={colour} aria-hidden>
          <Sign size={24} />
        </ThemeIcon>
        <Stack gap={4} flex={1}>
          <Title order={2} fz="h3">
            {t(`head.headline.${summary.verdict}`)}
          </Title>
          <Text>
            {t('head.found', {
              metric,
              head: metricNumber(format, summary.head.value),
              linear: metricNumber(format, summary.linear.value),
              base: metricNumber(format, summary.base.value),
              users: format.number(summary.users),
            })}
          </Text>
          <Text>{t(`head.sure.${summary.verdict}`, { difference: intervalText(t, format, summary.difference) })}</Text>
          <Text size="sm" c="dimmed">
            {[
              metricHelp(t, summary.metric),
              evaluation.testCut === null
                ? t('head.byFolds', { folds: format.number(evaluation.folds) })
                : t('head.byCut', {
                    cut: format.day(evaluation.testCut),
                    cuts: format.number(evaluation.trainingCuts.length),
                  }),
              summary.pretrainedUntil !== null &&
                t('head.pretrainedUntil', { time: format.day(summary.pretrainedUntil) }),
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

function Intervals({ summary }: { summary: HeadSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const rows = [
    ['model', summary.head],
    ['linear', summary.linear],
    ['base', summary.base],
  ] as const;
  const axis = axisOf(rows.map(([, interval]) => interval));
  return (
    <Stack gap={2} mt="xs">
      {rows.map(([name, interval]) => (
        <Group key={name} gap="md" wrap="nowrap">
          <Text size="sm" w={220} fw={name === 'model' ? 600 : 400}>
            {t(`head.rankers.${name}`)}
          </Text>
          <IntervalBar
            {...interval}
            axis={axis}
            width={300}
            mark={summary.linear.value}
            colour={name === 'model' ? (palette.series[0] ?? palette.text) : palette.faint}
            label={intervalText(t, format, interval)}
          />
          <Text size="sm">{intervalText(t, format, interval)}</Text>
        </Group>
      ))}
    </Stack>
  );
}
