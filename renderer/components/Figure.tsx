import { Group, Paper, Stack, Text, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface FigureProps {
  label: string;
  value: string;
  unit?: string;
  /** Explanation of the figure, shown on hover and on focus. */
  help?: string;
  /** Content below the figure, such as its quintile. */
  children?: ReactNode;
}

/** One figure on a card. */
export function Figure({ label, value, unit, help, children }: FigureProps) {
  return (
    <Paper withBorder px="md" py="sm">
      <Stack gap={children ? 4 : 0}>
        <Group gap={4} wrap="nowrap">
          <Text size="sm" c="dimmed" truncate>
            {label}
          </Text>
          {help && (
            <Tooltip label={help} multiline maw={280} events={{ hover: true, focus: true, touch: true }}>
              <IconInfoCircle size={15} stroke={1.6} tabIndex={0} role="img" aria-label={help} />
            </Tooltip>
          )}
        </Group>
        <Group gap={6} align="baseline">
          <Text fz={24} fw={600} lh={1.3} style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
          {unit && (
            <Text size="sm" c="dimmed">
              {unit}
            </Text>
          )}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
