import { Container, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface PageProps {
  title: string;
  description?: string | undefined;
  actions?: ReactNode;
  /** Uses the whole width and height, for a map. */
  wide?: boolean;
  children: ReactNode;
}

/** The frame of every page: its title, what it is for, and what can be done on it. */
export function Page({ title, description, actions, wide = false, children }: PageProps) {
  return (
    <Container fluid={wide} size={1440} px="xl" py="lg">
      <Stack gap="lg">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Stack gap={2}>
            <Title order={1}>{title}</Title>
            {description && <Text c="dimmed">{description}</Text>}
          </Stack>
          {actions && (
            <Group gap="sm" wrap="nowrap">
              {actions}
            </Group>
          )}
        </Group>
        {children}
      </Stack>
    </Container>
  );
}
