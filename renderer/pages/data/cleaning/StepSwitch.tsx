import { Group, Stack, Switch, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface StepSwitchProps {
  label: string;
  /** What the step does. */
  help: string;
  /** Number of rows the step would affect, as text; null before an examination. */
  matchesText: string | null;
  on: boolean;
  onToggle: (on: boolean) => void;
  /** Parameters of the step, shown while it is on. */
  children?: ReactNode;
}

/** Switch for a cleaning step, with the step's parameters. */
export function StepSwitch({ label, help, matchesText, on, onToggle, children }: StepSwitchProps) {
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="md">
        <Switch
          label={label}
          description={help}
          checked={on}
          onChange={(event) => onToggle(event.currentTarget.checked)}
        />
        {matchesText !== null && (
          <Text size="sm" c="dimmed" style={{ flexShrink: 0 }}>
            {matchesText}
          </Text>
        )}
      </Group>
      {on && children && (
        <Group gap="md" pl={50} align="flex-end">
          {children}
        </Group>
      )}
    </Stack>
  );
}
