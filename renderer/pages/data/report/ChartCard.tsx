import { Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ChartCardProps {
  title: string;
  /** Summary of the chart in words and figures. */
  text: string;
  chart: ReactNode;
  /** The same data as a table. */
  table: ReactNode;
  /** Shown below the chart and the table. */
  children?: ReactNode;
}

/** Card with a chart, a summary in words, and the data as a table on demand. */
export function ChartCard({ title, text, chart, table, children }: ChartCardProps) {
  const { t } = useTranslation();
  const [view, setView] = useState('chart');
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2}>{title}</Title>
          <SegmentedControl
            size="xs"
            aria-label={t('data.report.viewOf', { title })}
            value={view}
            onChange={setView}
            data={[
              { value: 'chart', label: t('data.report.chart') },
              { value: 'table', label: t('data.report.table') },
            ]}
          />
        </Group>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
        {view === 'chart' ? chart : table}
        {children}
      </Stack>
    </Paper>
  );
}
