import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** A setting: its name and its control or value. */
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
