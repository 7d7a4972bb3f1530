import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Interval } from '../../../shared/contract/prediction.ts';
import { useFormat } from '../../base/format.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { formatMetric, lowerIsBetter, metricHelp, metricName } from '../../predictions/metric-text.ts';
import type { Prediction } from './prediction.ts';

/** All metrics of the prediction, of the linear model and of the base rate, with confidence intervals. */
export function PredictionMetrics({ prediction: { evaluation } }: { prediction: Prediction }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { calibration } = evaluation;
  const cell = (interval: Interval | undefined) =>
    interval ? (
      <>
        {formatMetric(format, interval.value)}
        <Text size="xs" c="dimmed">
          {t('predictions.range', {
            low: formatMetric(format, interval.low),
            high: formatMetric(format, interval.high),
          })}
        </Text>
      </>
    ) : (
      t('terms.none')
    );
  return (
    <Stack gap="xs">
      <Title order={2}>{t('predictions.figures')}</Title>
      <DataTable
        label={t('predictions.figures')}
        rows={Object.keys(evaluation.model)}
        rowKey={(metric) => metric}
        columns={[
          {
            key: 'metric',
            header: t('terms.measure'),
            cell: (metric) => (
              <div>
                <Text size="sm" fw={500}>
                  {metricName(t, metric)}
                </Text>
                <Text size="xs" c="dimmed">
                  {metricHelp(t, metric)} {lowerIsBetter(metric) && t('predictions.lessIsBetter')}
                </Text>
              </div>
            ),
          },
          {
            key: 'model',
            header: t('predictions.rankers.model'),
            cell: (metric) => cell(evaluation.model[metric]),
            numeric: true,
          },
          {
            key: 'linear',
            header: t('predictions.rankers.linear'),
            cell: (metric) => cell(evaluation.linear[metric]),
            numeric: true,
          },
          {
            key: 'base',
            header: t('predictions.rankers.base'),
            cell: (metric) => cell(evaluation.base[metric]),
            numeric: true,
          },
        ]}
      />
      {calibration.rejected && (
        <Text size="sm" c="dimmed">
          {t('predictions.notCalibrated', {
            method: t(`finetune.choices.${calibration.rejected.method}`),
            without: format.number(calibration.before, 3),
            with: format.number(calibration.rejected.error, 3),
          })}
        </Text>
      )}
      {calibration.method !== 'none' && (
        <Group>
          <Text size="sm" c="dimmed">
            {t('predictions.calibrated', {
              method: t(`finetune.choices.${calibration.method}`),
              before: format.number(calibration.before, 3),
              after: format.number(calibration.after, 3),
            })}
          </Text>
        </Group>
      )}
    </Stack>
  );
}
