import { ActionIcon, Checkbox, Group, SegmentedControl, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { GroupDraft } from './draft.ts';

interface GroupHeaderProps {
  group: GroupDraft;
  /** Whether the group can be removed. */
  removable: boolean;
  /** null removes the group. */
  onChange: (group: GroupDraft | null) => void;
}

/** How the parts of a group are joined, and whether the group is negated. */
export function GroupHeader({ group, removable, onChange }: GroupHeaderProps) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" wrap="nowrap">
      <Group gap="sm">
        <SegmentedControl
          size="xs"
          aria-label={t('rules.joinLabel')}
          value={group.join}
          onChange={(join) => onChange({ ...group, join })}
          data={[
            { value: 'all', label: t('rules.join.all') },
            { value: 'any', label: t('rules.join.any') },
          ]}
        />
        <Tooltip label={t('rules.notLabel')}>
          <Checkbox
            size="xs"
            label={t('rules.not')}
            checked={group.negated}
            onChange={(event) => onChange({ ...group, negated: event.currentTarget.checked })}
          />
        </Tooltip>
      </Group>
      {removable && (
        <ActionIcon variant="subtle" color="gray" aria-label={t('rules.removeGroup')} onClick={() => onChange(null)}>
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </Group>
  );
}
