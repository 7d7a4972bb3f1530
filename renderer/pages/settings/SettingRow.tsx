import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** One setting: its name, and the control or the value beside it. */
export function SettingRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Group gap="xs" mih={32}>
      <Text size="sm" c="dimmed" w={160}>
        {label}
      </Text>
      {children}
    </Group>
  );
}
