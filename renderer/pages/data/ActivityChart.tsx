import { Paper, Skeleton, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { Chart } from '../../components/Chart.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { usePalette } from '../../components/use-palette.ts';
import { useCall } from '../../engine/use-call.ts';
import { activityOption } from './activity-option.ts';
import { denseDays } from './dense-days.ts';

/** Events per day by action. */
export function ActivityChart() {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const { data, error } = useCall('workspace.activity', {});
  const option = useMemo(() => data && activityOption(denseDays(data), format, palette), [data, format, palette]);
  return (
    <Paper withBorder p="md">
      <Title order={2} mb="sm">
        {t('data.perDay')}
      </Title>
      {error ? (
        <ErrorNotice error={error} />
      ) : !data || !option ? (
        <Skeleton height={280} />
      ) : data.days.length === 0 ? (
        <Text c="dimmed">{t('data.perDayNone')}</Text>
      ) : (
        <Chart option={option} height={280} label={t('data.perDay')} />
      )}
    </Paper>
  );
}
