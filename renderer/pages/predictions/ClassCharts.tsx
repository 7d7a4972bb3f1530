import { Group, Paper, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PredictionEvaluation } from '../../../shared/contract/prediction.ts';
import { useFormat } from '../../base/format.ts';
import { Chart } from '../../components/Chart.tsx';
import { usePalette } from '../../components/use-palette.ts';
import { liftOption, precisionOption, reliabilityOption, rocOption } from './chart-options.ts';

const CHARTS = ['roc', 'precision', 'reliability', 'lift'] as const;
const OPTIONS = { roc: rocOption, precision: precisionOption, reliability: reliabilityOption, lift: liftOption };

/** ROC, precision–recall, reliability and lift charts of one class. */
export function ClassCharts({ evaluation }: { evaluation: PredictionEvaluation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const [name, setName] = useState(evaluation.curves[0]?.name ?? '');
  const curves = evaluation.curves.find((entry) => entry.name === name) ?? evaluation.curves[0];
  const options = useMemo(
    () => curves && CHARTS.map((chart) => [chart, OPTIONS[chart](curves, t, format, palette)] as const),
    [curves, t, format, palette],
  );
  if (!curves || !options) return null;
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-end">
        <Title order={2}>{t('predictions.curvesOf', { name: curves.name, users: format.number(curves.users) })}</Title>
        {evaluation.curves.length > 1 && (
          <Select
            size="xs"
            w={240}
            aria-label={t('predictions.class')}
            data={evaluation.curves.map((entry) => entry.name)}
            value={curves.name}
            onChange={(value) => setName(value ?? '')}
            allowDeselect={false}
            searchable
          />
        )}
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {options.map(([chart, option]) => (
          <Paper key={chart} withBorder p="md">
            <Title order={3} fz="md">
              {t(`predictions.charts.${chart}`)}
            </Title>
            <Text size="sm" c="dimmed" mb="xs" mih={40}>
              {t(`predictions.chartHelp.${chart}`)}
            </Text>
            <Chart option={option} height={280} label={t(`predictions.charts.${chart}`)} />
          </Paper>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
