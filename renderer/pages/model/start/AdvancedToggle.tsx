import { Group, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface AdvancedToggleProps {
  expanded: boolean;
  /** Number of settings that differ from the preset. */
  changed: number;
  onToggle: () => void;
}

/** Shows and hides the advanced settings. */
export function AdvancedToggle({ expanded, changed, onToggle }: AdvancedToggleProps) {
  const { t } = useTranslation();
  const Chevron = expanded ? IconChevronDown : IconChevronRight;
  return (
    <UnstyledButton onClick={onToggle} aria-expanded={expanded} w="fit-content">
      <Group gap={4}>
        <Chevron size={16} aria-hidden />
        <Text size="sm">
          {changed > 0 ? t('model.start.advancedChanged', { count: changed }) : t('training.advanced')}
        </Text>
      </Group>
    </UnstyledButton>
  );
}
