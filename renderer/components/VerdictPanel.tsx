import { Group, Paper, Stack, ThemeIcon } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface VerdictPanelProps {
  label: string;
  icon: Icon;
  colour: string;
  children: ReactNode;
}

/** Panel of a verdict: its icon beside the headline and the sentences. */
export function VerdictPanel({ label, icon: VerdictIcon, colour, children }: VerdictPanelProps) {
  return (
    <Paper withBorder p="md" component="section" aria-label={label}>
      <Group align="flex-start" wrap="nowrap" gap="md">
        <ThemeIcon size={40} radius="xl" variant="light" color={colour} aria-hidden>
          <VerdictIcon size={24} />
        </ThemeIcon>
        <Stack gap={4} flex={1}>
          {children}
        </Stack>
      </Group>
    </Paper>
  );
}
