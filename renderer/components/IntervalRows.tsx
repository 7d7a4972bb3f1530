import { Group, Stack, Text } from '@mantine/core';
import { axisOf, IntervalBar } from './IntervalBar.tsx';
import { usePalette } from './use-palette.ts';

interface IntervalRow {
  name: string;
  label: string;
  interval: { value: number; low: number; high: number };
  /** The interval in words. */
  text: string;
}

interface IntervalRowsProps {
  /** The model first; it is emphasised. */
  rows: readonly IntervalRow[];
  /** Value drawn as a line across all rows. */
  referenceValue: number;
  /** Width of the labels in pixels. */
  labelWidth: number;
}

/** A model and what it is compared to, as confidence intervals on a common axis. */
export function IntervalRows({ rows, referenceValue, labelWidth }: IntervalRowsProps) {
  const palette = usePalette();
  const axis = axisOf(rows.map(({ interval }) => interval));
  return (
    <Stack gap={2} mt="xs">
      {rows.map(({ name, label, interval, text }, at) => (
        <Group key={name} gap="0 16px">
          <Text size="sm" w={labelWidth} fw={at === 0 ? 600 : 400}>
            {label}
          </Text>
          <IntervalBar
            {...interval}
            axis={axis}
            width={300}
            referenceValue={referenceValue}
            colour={at === 0 ? (palette.series[0] ?? palette.text) : palette.faint}
            label={text}
          />
          <Text size="sm">{text}</Text>
        </Group>
      ))}
    </Stack>
  );
}
