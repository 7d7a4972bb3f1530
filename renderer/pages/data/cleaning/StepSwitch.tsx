import { Group, Stack, Switch, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface StepSwitchProps {
  label: string;
  /** What the step does. */
  help: string;
  /** Number of rows the step would affect; undefined if it is unknown, as before an examination. */
  rows?: number | undefined;
  /** What the step would affect, in place of `rows`. */
  effect?: string | undefined;
  on: boolean;
  onToggle: (on: boolean) => void;
  /** Parameters of the step, shown while it is on. */
  children?: ReactNode;
}

/** Switch for a cleaning step, with the step's parameters. */
export function StepSwitch({ label, help, rows, effect, on, onToggle, children }: StepSwitchProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-start" gap="4px 16px">
        <Switch
          flex="1 1 220px"
          label={label}
          description={help}
          checked={on}
          onChange={(event) => onToggle(event.currentTarget.checked)}
        />
        {(effect !== undefined || rows !== undefined) && (
          <Text size="sm" c="dimmed">
            {effect ?? t('data.cleaning.affected', { count: rows ?? 0 })}
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
