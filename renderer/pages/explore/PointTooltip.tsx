import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { MeasureName } from '../../../shared/contract/profile.ts';
import { type Format, useFormat } from '../../base/format.ts';
import { useCall } from '../../engine/use-call.ts';
import { traitDecimals } from '../../traits/trait-text.ts';
import { type ColourBy, colourKey, colourTitle } from './colour-by.ts';

interface PointTooltipProps {
  map: string;
  point: number;
  user: string;
  cluster: string;
  /** What the points are coloured by; the tooltip includes its value. */
  colourBy: ColourBy;
}

const tooltipMeasures = ['events', 'frequency', 'monetary'] as const satisfies MeasureName[];

/** Summary of a user: name, cluster, the value by which the point is coloured, and three measures. */
export function PointTooltip({ map, point, user, cluster, colourBy }: PointTooltipProps) {
  const { t } = useTranslation();
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600} truncate>
        {user}
      </Text>
      <Text size="xs" c="dimmed" lineClamp={2}>
        {cluster}
      </Text>
      {linesOf(colourBy).map((by) => (
        <ValueLine key={colourKey(by)} map={map} point={point} by={by} />
      ))}
      <Text size="xs" c="dimmed">
        {t('map.clickHint')}
      </Text>
    </Stack>
  );
}

type Value = Exclude<ColourBy, { kind: 'cluster' }>;

/** Returns the lines of a tooltip: the value by which points are coloured, then the usual measures. */
function linesOf(colourBy: ColourBy): Value[] {
  const measures = tooltipMeasures.map((name): Value => ({ kind: 'measure', name }));
  if (colourBy.kind === 'cluster') return measures;
  return [colourBy, ...measures.filter((measure) => colourKey(measure) !== colourKey(colourBy))];
}

function ValueLine({ map, point, by }: { map: string; point: number; by: Value }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useCall('map.colour', { map, by });
  const value = data && valueText(data, point, by, format, t('map.unknown'));
  return (
    <Group justify="space-between" gap="lg" wrap="nowrap">
      <Text size="xs">{colourTitle(t, format, by)}</Text>
      <Text size="xs" fw={600}>
        {value ?? '…'}
      </Text>
    </Group>
  );
}

/** Returns the value of a point as text. */
export function valueText(
  values: Output<'map.colour'>,
  point: number,
  by: Value,
  format: Format,
  unknown: string,
): string {
  if (!('values' in values)) return values.labels[values.codes[point] ?? -1] ?? unknown;
  const value = values.values[point];
  if (value === undefined || Number.isNaN(value)) return unknown;
  if (by.kind === 'trait') return format.number(value, traitDecimals(value));
  return by.kind === 'measure' && by.name === 'monetary' ? format.money(value) : format.number(value);
}
