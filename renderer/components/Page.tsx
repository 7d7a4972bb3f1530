import { Container, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface PageProps {
  title: string;
  description?: string | undefined;
  actions?: ReactNode;
  /** Uses the full width, for a map. */
  wide?: boolean;
  children: ReactNode;
}

/** Layout of every page: title, description and actions above the content. */
export function Page({ title, description, actions, wide = false, children }: PageProps) {
  return (
    <Container fluid={wide} size={1440} px="xl" py="lg">
      <Stack gap="lg">
        <Group justify="space-between" align="flex-start">
          <Stack gap={2} flex="1 1 280px">
            <Title order={1}>{title}</Title>
            {description && <Text c="dimmed">{description}</Text>}
          </Stack>
          {actions && <Group gap="sm">{actions}</Group>}
        </Group>
        {children}
      </Stack>
    </Container>
  );
}
