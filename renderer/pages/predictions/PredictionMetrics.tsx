import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Interval } from '../../../shared/contract/finetune.ts';
import { useFormat } from '../../base/format.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { lessIsBetter, metricHelp, metricName, metricNumber } from './metric-text.ts';
import type { Head } from './PredictionDetail.tsx';

/** Every metric of the head, of the linear model and of the base rate, with intervals. */
export function HeadFigures({ head: { evaluation } }: { head: Head }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { calibration } = evaluation;
  const cell = (interval: Interval | undefined) =>
    interval ? (
      <>
        {metricNumber(format, interval.value)}
        <Text size="xs" c="dimmed">
          {t('head.range', { low: metricNumber(format, interval.low), high: metricNumber(format, interval.high) })}
        </Text>
      </>
    ) : (
      t('app.none')
    );
  return (
    <Stack gap="xs">
      <Title order={2}>{t('head.figures')}</Title>
      <DataTable
        label={t('head.figures')}
        rows={Object.keys(evaluation.model)}
        rowKey={(metric) => metric}
        columns={[
          {
            key: 'metric',
            header: t('verdict.measure'),
            cell: (metric) => (
              <div>
                <Text size="sm" fw={500}>
                  {metricName(t, metric)}
                </Text>
                <Text size="xs" c="dimmed">
                  {metricHelp(t, metric)} {lessIsBetter(metric) && t('head.lessIsBetter')}
                </Text>
              </div>
            ),
          },
          {
            key: 'model',
            header: t('head.rankers.model'),
            cell: (metric) => cell(evaluation.model[metric]),
            numeric: true,
          },
          {
            key: 'linear',
            header: t('head.rankers.linear'),
            cell: (metric) => cell(evaluation.linear[metric]),
            numeric: true,
          },
          {
            key: 'base',
            header: t('head.rankers.base'),
            cell: (metric) => cell(evaluation.base[metric]),
            numeric: true,
          },
        ]}
      />
      {calibration.method !== 'none' && (
        <Group>
          <Text size="sm" c="dimmed">
            {t('head.calibrated', {
              method: t(`predict.choices.${calibration.method}`),
              before: format.number(calibration.before, 3),
              after: format.number(calibration.after, 3),
            })}
          </Text>
        </Group>
      )}
    </Stack>
  );
}
