import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { type StateName, useGalleryTexts } from './texts.ts';

interface StateProps {
  name: StateName;
  children: ReactNode;
}

/** A component in one state, below the state's name. */
export function State({ name, children }: StateProps) {
  const { states } = useGalleryTexts();
  return (
    <Stack gap={6} miw={0}>
      <Text size="xs" c="dimmed">
        {states[name]}
      </Text>
      <div>{children}</div>
    </Stack>
  );
}

/** States of a small component, side by side. */
export function Row({ children }: { children: ReactNode }) {
  return (
    <Group gap="xl" align="flex-start">
      {children}
    </Group>
  );
}

/** A dialog behind the button that opens it. */
export function Dialog({
  name,
  children,
}: {
  name: StateName;
  children: (opened: boolean, onClose: () => void) => ReactNode;
}) {
  const { states } = useGalleryTexts();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <div>
      <Button variant="default" onClick={open}>
        {states[name]}
      </Button>
      {children(opened, close)}
    </div>
  );
}
