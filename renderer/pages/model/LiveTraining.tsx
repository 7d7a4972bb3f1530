import { Paper, Stack, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../shared/contract/jobs.ts';
import { useFormat } from '../../app/format.ts';
import { Chart } from '../../components/Chart.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { usePalette } from '../../components/use-palette.ts';
import { useCurves } from '../../engine/curves.ts';
import { lossOption } from './loss-option.ts';
import { smoothed } from './smoothed.ts';

/** A training as it goes: how far it is, and whether it learns. */
export function LiveTraining({ job }: { job: Job }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const loss = useCurves((state) => state.byJob[job.id]?.loss);
  const option = useMemo(
    () =>
      lossOption([{ name: t('model.trainingLoss'), points: smoothed(loss ?? []) }], t('model.step'), format, palette),
    [loss, t, format, palette],
  );
  return (
    <Stack gap="md">
      <JobStatus job={job} />
      {loss && loss.length > 1 && (
        <Paper withBorder p="md">
          <Title order={2} mb="sm">
            {t('model.live')}
          </Title>
          <Chart option={option} height={260} label={t('model.live')} />
        </Paper>
      )}
    </Stack>
  );
}
