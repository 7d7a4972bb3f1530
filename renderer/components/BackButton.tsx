import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { hashOf, type Page } from '../base/route.ts';

/** Link from a detail page back to its list. */
export function BackButton({ to, label }: { to: Page; label: string }) {
  return (
    <Button component="a" href={hashOf(to)} variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />}>
      {label}
    </Button>
  );
}
