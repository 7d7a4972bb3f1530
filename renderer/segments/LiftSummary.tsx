import { Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lift } from '../../shared/contract/segment.ts';
import { useFormat } from '../base/format.ts';
import { FeatureName } from './FeatureName.tsx';
import { IntervalPlot } from './IntervalPlot.tsx';
import { liftRows } from './lift-rows.ts';
import { liftScale } from './lift-scale.ts';
import { liftText } from './lift-text.ts';

/** Compact list of the features that distinguish a group of users, for a side column. */
export function LiftSummary({ lift }: { lift: Lift }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = useMemo(() => liftRows(lift), [lift]);
  const scale = useMemo(() => liftScale(rows), [rows]);
  if (rows.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('segments.nothingStandsOut')}
      </Text>
    );
  }
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {t('segments.liftTable')}{' '}
        <Text span inherit c="dimmed" fw={400}>
          {t('segments.usersTimes')}
        </Text>
      </Text>
      {rows.map((row) => (
        <Group key={row.key} gap="xs" wrap="nowrap">
          <div style={{ flex: 1, minWidth: 0 }}>
            <FeatureName row={row} />
          </div>
          <Text size="sm" fw={600} w={62} ta="right">
            {liftText(t, format, row.lift)}
          </Text>
          <IntervalPlot {...row} scale={scale} width={96} />
        </Group>
      ))}
    </Stack>
  );
}
