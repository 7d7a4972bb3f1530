import { Center, Paper, Stack, Text, Title } from '@mantine/core';
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
  const option = useMemo(() => {
    const lines = [
      { name: t('model.trainingLoss'), points: smoothed(curves?.loss ?? []) },
      { name: t('model.validation'), points: changes(curves?.['validation.loss'] ?? []) },
      { name: t('model.validationNdcg'), points: changes(curves?.['validation.ndcg@10'] ?? []), right: true },
    ];
    return lossOption(lines, t('model.step'), format, palette);
  }, [curves, t, format, palette]);
  return (
    <Stack gap="md">
      <JobStatus job={job} />
      <LiveFigures figures={job.progress?.figures ?? {}} />
      <Paper withBorder p="md">
        <Title order={2} mb="sm">
          {t('model.live')}
        </Title>
        {(curves?.loss?.length ?? 0) > 1 ? (
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
