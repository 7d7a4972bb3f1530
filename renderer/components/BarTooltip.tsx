import { Group, Paper, Text } from '@mantine/core';
import { useFormat } from '../base/format.ts';
import classes from './StackedBars.module.css';

interface BarTooltipProps {
  title: string;
  figures: readonly { name: string; colour: string; count: number }[];
  /** Middle of the bar and width of the chart, in pixels. */
  x: number;
  width: number;
}

/** The figures of a bar, placed on the side of the bar with more room. */
export function BarTooltip({ title, figures, x, width }: BarTooltipProps) {
  const format = useFormat();
  const place = x > width / 2 ? { right: width - x + 12 } : { left: x + 12 };
  return (
    <Paper withBorder shadow="sm" px="sm" py={6} className={classes.tooltip} style={place} aria-hidden>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {figures.map(({ name, colour, count }) => (
        <Group key={name} gap={6} wrap="nowrap">
          <span className={classes.swatch} style={{ background: colour }} />
          <Text size="sm" flex={1} truncate>
            {name}
          </Text>
          <Text size="sm" fw={600} ml="md">
            {format.number(count)}
          </Text>
        </Group>
      ))}
    </Paper>
  );
}
