import { Group, Paper, SegmentedControl, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../../../shared/contract/runs.ts';
import { useFormat } from '../../../base/format.ts';
import { Chart } from '../../../components/Chart.tsx';
import { usePalette } from '../../../components/use-palette.ts';
import { lossOption } from '../../../training/loss-option.ts';
import { comparedRunName } from './compared-run-name.ts';

const CURVES = ['validationNdcg10', 'validationLoss', 'trainingLoss'] as const;
const X_AXES = ['epochs', 'elapsed'] as const;

/** Learning curves of the runs, one line each, over epochs or elapsed time. */
export function CurvesPanel({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const [curve, setCurve] = useState<(typeof CURVES)[number]>('validationNdcg10');
  const [xAxis, setXAxis] = useState<(typeof X_AXES)[number]>('epochs');
  const option = useMemo(() => {
    const lines = comparison.runs.map((run) => ({
      name: comparedRunName(comparison, run.run),
      points: Array.from(run[curve], (value, at) => [run[xAxis][at] ?? at + 1, value] as const).filter(([, y]) =>
        Number.isFinite(y),
      ),
    }));
    return lossOption(lines, t(`model.compare.over.${xAxis}`), format, palette);
  }, [comparison, curve, xAxis, t, format, palette]);
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="sm">
        <Title order={2}>{t('model.compare.curves')}</Title>
        <Group gap="sm">
          <SegmentedControl
            size="xs"
            aria-label={t('model.compare.curve')}
            value={curve}
            onChange={setCurve}
            data={CURVES.map((value) => ({ value, label: t(`model.compare.curvesOf.${value}`) }))}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('model.compare.axis')}
            value={xAxis}
            onChange={setXAxis}
            data={X_AXES.map((value) => ({ value, label: t(`model.compare.over.${value}`) }))}
          />
        </Group>
      </Group>
      <Chart option={option} height={320} label={t('model.compare.curves')} />
    </Paper>
  );
}
