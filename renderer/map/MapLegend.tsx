import { Group, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import type { Legend } from './colouring.ts';
import classes from './MapLegend.module.css';

type Entry = Extract<Legend, { kind: 'categories' }>['entries'][number];

/** Selection of a legend's values. */
interface ValueSelection {
  /** Values that the selection names. */
  active: ReadonlySet<string>;
  onToggle: (value: string, additive: boolean) => void;
}

interface MapLegendProps {
  title: string;
  legend: Legend;
  /** Makes the values selectable, except the collective ones such as “other”. */
  selection?: ValueSelection | undefined;
}

/** Legend of the points' colours. */
export function MapLegend({ title, legend, selection }: MapLegendProps) {
  return (
    <Paper withBorder shadow="xs" px="sm" py="xs">
      <Text size="xs" fw={600} mb={6}>
        {title}
      </Text>
      {legend.kind === 'ramp' ? (
        <Ramp legend={legend} />
      ) : (
        <Stack gap={1}>
          {legend.entries.map((entry) => (
            <LegendEntry key={entry.label} entry={entry} selection={selection} />
          ))}
        </Stack>
      )}
    </Paper>
  );
}

function LegendEntry({ entry, selection }: { entry: Entry; selection: ValueSelection | undefined }) {
  const format = useFormat();
  const { colour, label, count, value } = entry;
  const content = (
    <Group gap={8} wrap="nowrap">
      <Swatch colour={colour} />
      <Text size="xs" truncate flex={1}>
        {label}
      </Text>
      <Text size="xs" c="dimmed">
        {format.number(count)}
      </Text>
    </Group>
  );
  if (!selection || value === null) return <div className={classes.entry}>{content}</div>;
  return (
    <UnstyledButton
      className={classes.entry}
      aria-pressed={selection.active.has(value)}
      onClick={(event) => selection.onToggle(value, event.shiftKey || event.ctrlKey || event.metaKey)}
    >
      {content}
    </UnstyledButton>
  );
}

export function Swatch({ colour }: { colour: string }) {
  return <span aria-hidden style={{ flex: 'none', width: 10, height: 10, borderRadius: '50%', background: colour }} />;
}

type Tick = Extract<Legend, { kind: 'ramp' }>['ticks'][number];

const WIDTH = 220;
/** Smallest distance between two tick labels that do not overlap, as a fraction of the ramp. */
const MIN_TICK_DISTANCE = 0.17;

function Ramp({ legend }: { legend: Extract<Legend, { kind: 'ramp' }> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ticks = spacedTicks(legend.ticks);
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

/** Returns the ticks whose labels do not overlap; the last is always among them. */
function spacedTicks(ticks: readonly Tick[]): Tick[] {
  const last = ticks.at(-1);
  const visibleTicks: Tick[] = [];
  for (const tick of ticks) {
    const hasRoom =
      tick.at - (visibleTicks.at(-1)?.at ?? -1) >= MIN_TICK_DISTANCE && (last?.at ?? 0) - tick.at >= MIN_TICK_DISTANCE;
    if (hasRoom || tick === last) visibleTicks.push(tick);
  }
  return visibleTicks;
}
