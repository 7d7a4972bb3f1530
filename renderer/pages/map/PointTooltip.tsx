import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeasureName } from '../../../shared/contract/profile.ts';
import { useFormat } from '../../base/format.ts';
import { useCall } from '../../engine/use-call.ts';

interface PointTooltipProps {
  map: string;
  point: number;
  user: string;
  cluster: string;
}

const tooltipMeasures = ['events', 'frequency', 'monetary'] as const satisfies MeasureName[];

/** Summary of the user at a point: name, cluster and three measures. */
export function PointTooltip({ map, point, user, cluster }: PointTooltipProps) {
  const { t } = useTranslation();
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600} truncate>
        {user}
      </Text>
      <Text size="xs" c="dimmed" lineClamp={2}>
        {cluster}
      </Text>
      {tooltipMeasures.map((name) => (
        <MeasureLine key={name} map={map} point={point} name={name} />
      ))}
      <Text size="xs" c="dimmed">
        {t('map.clickHint')}
      </Text>
    </Stack>
  );
}

function MeasureLine({ map, point, name }: { map: string; point: number; name: MeasureName }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useCall('map.colour', { map, by: { kind: 'measure', name } });
  const value = data && 'values' in data ? data.values[point] : undefined;
  return (
    <Group justify="space-between" gap="lg" wrap="nowrap">
      <Text size="xs">{t(`terms.measures.${name}`)}</Text>
      <Text size="xs" fw={600}>
        {value === undefined ? '…' : format.number(value, name === 'monetary' ? 2 : 0)}
      </Text>
    </Group>
  );
}
