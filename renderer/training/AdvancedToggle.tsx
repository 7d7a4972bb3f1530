import { Group, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';

interface AdvancedToggleProps {
  label: string;
  expanded: boolean;
  onToggle: () => void;
}

/** Shows and hides the advanced settings. */
export function AdvancedToggle({ label, expanded, onToggle }: AdvancedToggleProps) {
  const Chevron = expanded ? IconChevronDown : IconChevronRight;
  return (
    <UnstyledButton onClick={onToggle} aria-expanded={expanded} w="fit-content">
      <Group gap={4}>
        <Chevron size={16} aria-hidden />
        <Text size="sm">{label}</Text>
      </Group>
    </UnstyledButton>
  );
}
