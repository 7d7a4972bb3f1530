import { Container, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Page.module.css';
import { usePageTitle } from './use-page-title.ts';

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
  usePageTitle(title);
  return (
    <Container fluid={wide} size={1440} className={classes.page}>
      <Stack gap="md">
        <header className={classes.header}>
          <div className={classes.text}>
            <Title order={1} className={classes.title}>
              {title}
            </Title>
            {description && (
              <Text size="sm" c="dimmed">
                {description}
              </Text>
            )}
          </div>
          {actions && <Group gap="xs">{actions}</Group>}
        </header>
        {children}
      </Stack>
    </Container>
  );
}
