import { Button, CloseButton, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DefinitionInput, Lift } from '../../../shared/contract/segment.ts';
import { useFormat } from '../../app/format.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useCall } from '../../engine/use-call.ts';
import { FeatureName } from '../../segments/FeatureName.tsx';
import { IntervalPlot } from '../../segments/IntervalPlot.tsx';
import { liftRows } from '../../segments/lift-rows.ts';
import { liftScale } from '../../segments/lift-scale.ts';
import { SaveSegment } from '../../segments/SaveSegment.tsx';

interface SelectionPanelProps {
  title: string;
  suggestion: string;
  definition: DefinitionInput;
  onClose: () => void;
}

const ROWS = 12;

/** The users chosen on the map: how many they are, what sets them apart, and a way to keep them. */
export function SelectionPanel({ title, suggestion, definition, onClose }: SelectionPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error } = useCall('segment.preview', { definition, liftRows: ROWS });
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="md">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={0} miw={0}>
            <Title order={2} lineClamp={2}>
              {title}
            </Title>
            <Text c="dimmed" size="sm" role="status">
              {data
                ? t('map.selectedOf', {
                    count: data.size,
                    share: format.percent(data.size / Math.max(1, data.users)),
                  })
                : t('app.loading')}
            </Text>
          </Stack>
          <CloseButton aria-label={t('map.closeSelection')} onClick={onClose} />
        </Group>
        {error !== null && <ErrorNotice error={error} />}
        {data && data.size > 0 && <SaveSegment definition={definition} suggestion={suggestion} />}
        {data ? <Preview lift={data.lift} size={data.size} /> : !error && <Skeleton height={240} />}
        <Button variant="subtle" size="xs" onClick={onClose} leftSection={<IconListDetails size={15} aria-hidden />}>
          {t('map.backToClusters')}
        </Button>
      </Stack>
    </Paper>
  );
}

function Preview({ lift, size }: { lift: Lift; size: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = useMemo(() => liftRows(lift), [lift]);
  const scale = useMemo(() => liftScale(rows), [rows]);
  if (rows.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t(size === 0 ? 'map.nobody' : 'segments.nothingStandsOut')}
      </Text>
    );
  }
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {t('segments.liftTable')}
      </Text>
      {rows.map((row) => (
        <Group key={row.key} gap="xs" wrap="nowrap">
          <div style={{ flex: 1, minWidth: 0 }}>
            <FeatureName row={row} />
          </div>
          <Text size="sm" fw={600} w={52} ta="right">
            {t('terms.times', { value: format.number(row.lift, 1) })}
          </Text>
          <IntervalPlot {...row} scale={scale} width={96} />
        </Group>
      ))}
    </Stack>
  );
}
