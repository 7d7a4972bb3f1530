import { Center, Group, Paper, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../shared/contract/jobs.ts';
import { useFormat } from '../base/format.ts';
import { Chart } from '../components/Chart.tsx';
import { usePalette } from '../components/use-palette.ts';
import { useCurves } from '../engine/curves.ts';
import { attemptKey } from '../engine/jobs-store.ts';
import { dropRepeats } from './drop-repeats.ts';
import { lossOption } from './loss-option.ts';
import { exponentialMovingAverage } from './moving-average.ts';

const HEIGHT = 280;

/**
 * Live chart of a training's smoothed loss, validation loss and validation NDCG@10 by step; the axis extends to the
 * last planned step.
 */
export function LiveLoss({ job }: { job: Job }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const curves = useCurves((state) => state.byJob[attemptKey(job)]);
  const loss = useMemo(() => exponentialMovingAverage(curves?.loss ?? []), [curves]);
  const [first, last] = [loss[0], loss.at(-1)];
  const lastStep = job.progress?.total;
  const option = useMemo(() => {
    const lines = [
      { name: t('training.trainingLoss'), points: loss },
      { name: t('training.validation'), points: dropRepeats(curves?.['validation.loss'] ?? []) },
      { name: t('training.validationNdcg'), points: dropRepeats(curves?.['validation.ndcg@10'] ?? []), right: true },
    ].filter(({ points }) => points.length > 0);
    return lossOption(lines, t('training.step'), format, palette, lastStep);
  }, [curves, loss, lastStep, t, format, palette]);
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="sm">
        <Title order={2}>{t('training.live')}</Title>
        {first && last && (
          <Text size="sm" c="dimmed">
            {t('training.liveFrom', {
              first: format.number(first[1], 2),
              step: format.number(first[0]),
              last: format.number(last[1], 2),
            })}
          </Text>
        )}
      </Group>
      {loss.length > 1 ? (
        <Chart option={option} height={HEIGHT} label={t('training.live')} />
      ) : (
        <Center h={HEIGHT}>
          <Text c="dimmed" size="sm">
            {t('training.liveSoon')}
          </Text>
        </Center>
      )}
    </Paper>
  );
}
