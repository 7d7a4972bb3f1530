import { Paper, Skeleton, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { StackedBars } from '../../components/StackedBars.tsx';
import { useCall } from '../../engine/use-call.ts';
import { activityBars } from './activity-bars.ts';
import { denseDays } from './dense-days.ts';

/** Events per day by action. */
export function ActivityChart() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error } = useCall('workspace.activity', {});
  const activity = useMemo(() => data && activityBars(denseDays(data), format), [data, format]);
  return (
    <Paper withBorder p="md">
      <Title order={2} mb="sm">
        {t('data.perDayIn', { zone: format.eventZone })}
      </Title>
      {error ? (
        <ErrorNotice error={error} />
      ) : !activity ? (
        <Skeleton height={280} />
      ) : activity.bars.length === 0 ? (
        <Text c="dimmed">{t('data.perDayNone')}</Text>
      ) : (
        <>
          {activity.daysPerBar > 1 && (
            <Text size="sm" c="dimmed">
              {t('data.daysPerBar', { count: activity.daysPerBar })}
            </Text>
          )}
          <StackedBars label={t('data.perDay')} bars={activity.bars} series={activity.series} height={250} />
        </>
      )}
    </Paper>
  );
}
