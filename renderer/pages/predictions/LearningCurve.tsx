import { Paper, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { Chart } from '../../components/Chart.tsx';
import { usePalette } from '../../components/use-palette.ts';
import { lossOption } from '../../training/loss-option.ts';
import type { Prediction } from './prediction.ts';

/** Training and validation loss per epoch of the fine-tuned model that scores all users. */
export function LearningCurve({ prediction: { epochs, trainingLoss, validationLoss } }: { prediction: Prediction }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const option = useMemo(() => {
    const line = (name: string, values: Float32Array) => ({
      name,
      points: Array.from(values, (value, at) => [epochs[at] ?? at + 1, value] as const).filter(([, y]) =>
        Number.isFinite(y),
      ),
    });
    const lines = [line(t('training.trainingLoss'), trainingLoss), line(t('training.validation'), validationLoss)];
    return lossOption(lines, t('training.epoch'), format, palette);
  }, [epochs, trainingLoss, validationLoss, t, format, palette]);
  return (
    <Paper withBorder p="md">
      <Title order={3} fz="md" mb="sm">
        {t('training.curve')}
      </Title>
      <Chart option={option} height={300} label={t('training.curve')} />
    </Paper>
  );
}
