import { Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ChartCardProps {
  title: string;
  /** What the chart shows, in figures and words. */
  text: string;
  chart: ReactNode;
  /** The same figures as a table. */
  table: ReactNode;
  /** What stands below either. */
  children?: ReactNode;
}

/** A chart on a card, with what it shows in words, and its figures as a table for those who want them. */
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
            aria-label={t('report.viewOf', { title })}
            value={view}
            onChange={setView}
            data={[
              { value: 'chart', label: t('report.chart') },
              { value: 'table', label: t('report.table') },
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
