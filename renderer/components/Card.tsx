import { Group, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface CardProps {
  title: string;
  /** Explanation of the figures, below the title. */
  note?: string;
  /** Beside the title. */
  aside?: ReactNode;
  children: ReactNode;
}

/** Section of a portrait with a title. */
export function Card({ title, note, aside, children }: CardProps) {
  return (
    <Paper withBorder p="sm" component="section" aria-label={title}>
      <Group justify="space-between" gap="xs" mb={note === undefined ? 8 : 0}>
        <Title order={2} fz="md">
          {title}
        </Title>
        {aside}
      </Group>
      {note !== undefined && (
        <Text size="xs" c="dimmed" mb={8}>
          {note}
        </Text>
      )}
      {children}
    </Paper>
  );
}
