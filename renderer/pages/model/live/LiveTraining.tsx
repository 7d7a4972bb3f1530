import { Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../../shared/contract/jobs.ts';
import { useFormat } from '../../../app/format.ts';
import { Chart } from '../../../components/Chart.tsx';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { usePalette } from '../../../components/use-palette.ts';
import { useCurves } from '../../../engine/curves.ts';
import { lossOption } from '../run/loss-option.ts';
import { changes } from './changes.ts';
import { LiveFigures } from './LiveFigures.tsx';
import { smoothed } from './smoothed.ts';

const HEIGHT = 280;

/** A training as it goes: how far it is, how fast, and whether it learns. */
export function LiveTraining({ job }: { job: Job }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const curves = useCurves((state) => state.byJob[job.id]);
  const loss = useMemo(() => smoothed(curves?.loss ?? []), [curves]);
  const [first, last] = [loss[0], loss.at(-1)];
  const option = useMemo(() => {
    const lines = [
      { name: t('model.trainingLoss'), points: loss },
      { name: t('model.validation'), points: changes(curves?.['validation.loss'] ?? []) },
      { name: t('model.validationNdcg'), points: changes(curves?.['validation.ndcg@10'] ?? []), right: true },
    ];
    return lossOption(lines, t('model.step'), format, palette);
  }, [curves, loss, t, format, palette]);
  return (
    <Stack gap="md">
      <JobStatus job={job} />
      <LiveFigures figures={job.progress?.figures ?? {}} />
      <Paper withBorder p="md">
        <Group justify="space-between" mb="sm">
          <Title order={2}>{t('model.live')}</Title>
          {first && last && (
            <Text size="sm" c="dimmed">
              {t('model.liveFrom', {
                first: format.number(first[1], 2),
                step: format.number(first[0]),
                last: format.number(last[1], 2),
              })}
            </Text>
          )}
        </Group>
        {loss.length > 1 ? (
          <Chart option={option} height={HEIGHT} label={t('model.live')} />
        ) : (
          <Center h={HEIGHT}>
            <Text c="dimmed" size="sm">
              {t('model.liveSoon')}
            </Text>
          </Center>
        )}
      </Paper>
    </Stack>
  );
}
