import { List, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import { useFormat } from '../../../base/format.ts';
import { Chart } from '../../../components/Chart.tsx';
import { DataTable } from '../../../components/DataTable.tsx';
import { usePalette } from '../../../components/use-palette.ts';
import { bucketFormatter } from './bucket-formatter.ts';
import { ChartCard } from './ChartCard.tsx';
import { timeOption } from './time-option.ts';

type Time = NonNullable<QualityReport['time']>;

/** Events over time by action, with a list of gaps. */
export function OverTime({ time }: { time: Time }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const formatBucket = useMemo(
    () => bucketFormatter(i18n.language, time.bucket, time.zone),
    [i18n.language, time.bucket, time.zone],
  );
  const other = t('data.report.otherActions');
  const option = useMemo(
    () => timeOption(time, format, palette, { other, formatBucket }),
    [time, format, palette, other, formatBucket],
  );
  const formatMoment = bucketFormatter(i18n.language, time.bucket === 'hour' ? 'hour' : 'day', time.zone);
  const events = time.actions.reduce((sum, action) => sum + action.events, 0);
  const title = t('data.report.overTime');
  return (
    <ChartCard
      title={title}
      text={t('data.report.overTimeText', {
        events: format.number(events),
        first: formatMoment(time.first),
        last: formatMoment(time.last),
        bucket: t(`data.report.buckets.${time.bucket}`),
        zone: time.zone,
      })}
      chart={<Chart option={option} height={300} label={title} />}
      table={<TimeTable time={time} formatBucket={formatBucket} />}
    >
      <Gaps gaps={time.gaps} formatMoment={formatMoment} />
    </ChartCard>
  );
}

function Gaps({ gaps, formatMoment: moment }: { gaps: Time['gaps']; formatMoment: (time: number) => string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (gaps.length === 0) return <Text size="sm">{t('data.report.gapsNone')}</Text>;
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {t('data.report.gaps')}{' '}
        <Text span inherit c="dimmed" fw={400}>
          {t('data.report.marked')}
        </Text>
      </Text>
      <List size="sm">
        {gaps.map(({ from, to }) => (
          <List.Item key={from}>
            {t('data.report.gap', { from: moment(from), to: moment(to), length: format.duration((to - from) / 1000) })}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function TimeTable({ time, formatBucket: when }: { time: Time; formatBucket: (time: number) => string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = time.starts.map((start, index) => ({ start, index }));
  const total = (index: number) => time.actions.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0);
  return (
    <DataTable
      label={t('data.report.overTime')}
      rows={rows}
      rowKey={({ start }) => String(start)}
      pageSize={20}
      columns={[
        { key: 'start', header: t('data.report.start'), cell: ({ start }) => when(start), sort: ({ start }) => start },
        ...time.actions.map(({ action, counts }) => ({
          key: `action ${action}`,
          header: action === '' ? t('data.report.otherActions') : format.action(action),
          cell: ({ index }: { index: number }) => format.number(counts[index] ?? 0),
          sort: ({ index }: { index: number }) => counts[index] ?? 0,
          numeric: true,
        })),
        {
          key: 'total',
          header: t('data.report.total'),
          cell: ({ index }) => format.number(total(index)),
          sort: ({ index }) => total(index),
          numeric: true,
        },
      ]}
    />
  );
}
