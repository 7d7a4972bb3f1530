import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { hashOf, type Page } from '../base/route.ts';

/** The way from one thing back to the page that lists all of its kind. */
export function BackButton({ to, label }: { to: Page; label: string }) {
  return (
    <Button component="a" href={hashOf(to)} variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />}>
      {label}
    </Button>
  );
}
