import { Paper, Skeleton, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import { Chart } from '../components/Chart.tsx';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { usePalette } from '../components/use-palette.ts';
import { useCall } from '../engine/use-call.ts';
import { type Line, lossOption } from '../training/loss-option.ts';

/** Losses and validation NDCG@10 of a finished run per epoch. */
export function RunCurve({ run }: { run: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const { data, error } = useCall('train.run', { run });
  const option = useMemo(() => {
    if (!data) return null;
    const line = (name: string, values: Float32Array): Line => ({
      name,
      points: Array.from(values, (value, at) => [data.epochs[at] ?? at + 1, value] as const).filter(([, y]) =>
        Number.isFinite(y),
      ),
    });
    const lines = [
      line(t('training.trainingLoss'), data.trainingLoss),
      line(t('training.validation'), data.validationLoss),
      { ...line(t('training.validationNdcg'), data.validationNdcg10), right: true },
    ];
    return lossOption(
      lines.filter(({ points }) => points.length > 0),
      t('training.epoch'),
      format,
      palette,
    );
  }, [data, t, format, palette]);
  return (
    <Paper withBorder p="md">
      <Title order={2} mb="sm">
        {t('training.curve')}
      </Title>
      {error ? (
        <ErrorNotice error={error} />
      ) : option ? (
        <Chart option={option} height={360} label={t('training.curve')} />
      ) : (
        <Skeleton height={360} />
      )}
    </Paper>
  );
}
