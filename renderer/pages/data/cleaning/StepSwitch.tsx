import { Group, Stack, Switch, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface StepSwitchProps {
  label: string;
  /** What the step does. */
  help: string;
  /** What it would find, where the doctor has looked; null otherwise. */
  found: string | null;
  on: boolean;
  onToggle: (on: boolean) => void;
  /** Its numbers, shown while it is on. */
  children?: ReactNode;
}

/** A cleaning step that is taken or not, with its numbers. */
export function StepSwitch({ label, help, found, on, onToggle, children }: StepSwitchProps) {
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="md">
        <Switch
          label={label}
          description={help}
          checked={on}
          onChange={(event) => onToggle(event.currentTarget.checked)}
        />
        {found !== null && (
          <Text size="sm" c="dimmed" style={{ flexShrink: 0 }}>
            {found}
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
