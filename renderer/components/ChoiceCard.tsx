import { Group, Radio, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface ChoiceCardProps {
  value: string;
  title: string;
  /** What choosing it means, or why it cannot be chosen. */
  text: string;
  disabled?: boolean;
  /** What else there is to know of it. */
  children?: ReactNode;
}

/** One of a few choices that need a sentence each, inside a `Radio.Group`. */
export function ChoiceCard({ value, title, text, disabled = false, children }: ChoiceCardProps) {
  return (
    <Radio.Card
      value={value}
      p="md"
      h="100%"
      style={{ display: 'flex', alignItems: 'flex-start' }}
      disabled={disabled}
      aria-label={`${title}. ${text}`}
    >
      <Group wrap="nowrap" align="flex-start">
        <Radio.Indicator disabled={disabled} />
        <Stack gap={2} flex={1} miw={0}>
          <Text fw={600} {...(disabled ? { c: 'dimmed' } : {})}>
            {title}
          </Text>
          <Text size="sm" c="dimmed">
            {text}
          </Text>
          {children}
        </Stack>
      </Group>
    </Radio.Card>
  );
}
