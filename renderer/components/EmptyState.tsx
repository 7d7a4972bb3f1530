import { Box, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon: Icon;
  title: string;
  text: string;
  /** Level of the heading: 1 if it is the only content of the page. */
  order?: 1 | 2;
  /** Next actions: one or two buttons. */
  children?: ReactNode;
}

/** Placeholder for a page without content: the reason, and what to do next. */
export function EmptyState({ icon: Picture, title, text, order = 2, children }: EmptyStateProps) {
  return (
    <Stack align="center" gap="md" py={72} px="md">
      <ThemeIcon size={64} radius="xl" variant="light" aria-hidden>
        <Picture size={32} stroke={1.5} />
      </ThemeIcon>
      <Stack gap={4} align="center">
        <Title order={order} fz="h2" ta="center">
          {title}
        </Title>
        <Text c="dimmed" ta="center" maw={520}>
          {text}
        </Text>
      </Stack>
      {children && <Box>{children}</Box>}
    </Stack>
  );
}
