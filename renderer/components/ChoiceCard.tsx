import { Group, Radio, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface ChoiceCardProps {
  value: string;
  title: string;
  /** What the choice means, or why it is disabled. */
  text: string;
  disabled?: boolean;
  /** Additional details below the text. */
  children?: ReactNode;
}

/** A radio option with a sentence of explanation, for use in a `Radio.Group`. */
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
