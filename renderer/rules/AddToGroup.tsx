import { Button, Group, Menu } from '@mantine/core';
import { IconFolderPlus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Draft, emptyGroup, newCondition, type Subject } from './draft.ts';
import type { RuleNames } from './use-rule-editor.ts';

interface AddToGroupProps {
  names: RuleNames;
  /** Whether the group may contain another group. */
  nestable: boolean;
  onAdd: (part: Draft) => void;
}

const SUBJECTS: readonly Subject[] = ['count', 'sum', 'attribute', 'measure', 'cluster'];

/** Buttons that add a condition or a nested group to a group. */
export function AddToGroup({ names, nestable, onAdd }: AddToGroupProps) {
  const { t } = useTranslation();
  const subjects = SUBJECTS.filter((subject) => subject !== 'attribute' || names.attributes.length > 0);
  return (
    <Group gap="xs" mt="sm">
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="xs" variant="light" leftSection={<IconPlus size={15} aria-hidden />}>
            {t('rules.addCondition')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {subjects.map((subject) => (
            <Menu.Item key={subject} onClick={() => onAdd(newCondition(subject, names))}>
              {t(`rules.subjects.${subject}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {nestable && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconFolderPlus size={15} aria-hidden />}
          onClick={() => onAdd(emptyGroup())}
        >
          {t('rules.addGroup')}
        </Button>
      )}
    </Group>
  );
}
