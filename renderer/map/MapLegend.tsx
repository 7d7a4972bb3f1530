import { Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import type { Legend } from './colouring.ts';

interface MapLegendProps {
  title: string;
  legend: Legend;
}

/** What the colours of the points mean. */
export function MapLegend({ title, legend }: MapLegendProps) {
  return (
    <Paper withBorder shadow="xs" px="sm" py="xs">
      <Text size="xs" fw={600} mb={6}>
        {title}
      </Text>
      {legend.kind === 'categories' ? <Entries entries={legend.entries} /> : <Ramp legend={legend} />}
    </Paper>
  );
}

function Entries({ entries }: { entries: Extract<Legend, { kind: 'categories' }>['entries'] }) {
  const format = useFormat();
  return (
    <Stack gap={3}>
      {entries.map(({ colour, label, count }) => (
        <Group key={label} gap={8} wrap="nowrap">
          <Swatch colour={colour} />
          <Text size="xs" truncate flex={1}>
            {label}
          </Text>
          <Text size="xs" c="dimmed">
            {format.number(count)}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}

export function Swatch({ colour }: { colour: string }) {
  return <span aria-hidden style={{ flex: 'none', width: 10, height: 10, borderRadius: '50%', background: colour }} />;
}

type Tick = Extract<Legend, { kind: 'ramp' }>['ticks'][number];

const WIDTH = 220;
/** Ticks nearer than this share of the ramp would cover each other. */
const APART = 0.17;

function Ramp({ legend }: { legend: Extract<Legend, { kind: 'ramp' }> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ticks = apart(legend.ticks);
  return (
    <Stack gap={4} w={WIDTH}>
      <div
        aria-hidden
        style={{ height: 10, borderRadius: 5, background: `linear-gradient(90deg, ${legend.colours.join(', ')})` }}
      />
      <div style={{ position: 'relative', height: 16 }}>
        {ticks.map(({ at, value }) => (
          <Text
            key={value}
            size="xs"
            style={{ position: 'absolute', left: `${100 * at}%`, transform: `translateX(${-100 * at}%)` }}
          >
            {format.compact(value)}
          </Text>
        ))}
      </div>
      <Text size="xs" c="dimmed">
        {t('map.rampHelp')}
      </Text>
      {legend.unknown > 0 && (
        <Text size="xs" c="dimmed">
          {t('map.unknownCount', { count: legend.unknown })}
        </Text>
      )}
    </Stack>
  );
}

/** Ticks that do not cover each other, the first and the last among them. */
function apart(ticks: readonly Tick[]): Tick[] {
  const last = ticks.at(-1);
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const room = tick.at - (kept.at(-1)?.at ?? -1) >= APART && (last?.at ?? 0) - tick.at >= APART;
    if (room || tick === last) kept.push(tick);
  }
  return kept;
}
