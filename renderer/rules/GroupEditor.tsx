import { ActionIcon, Button, Checkbox, Group, Menu, SegmentedControl, Stack, Tooltip } from '@mantine/core';
import { IconFolderPlus, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConditionEditor } from './ConditionEditor.tsx';
import { emptyGroup, type GroupDraft, newCondition, type Subject } from './draft.ts';
import { addTo, replaceIn } from './edit-draft.ts';
import classes from './rules.module.css';
import type { RuleNames } from './use-rule-editor.ts';

interface GroupEditorProps {
  group: GroupDraft;
  names: RuleNames;
  /** null removes the group. */
  onChange: (group: GroupDraft | null) => void;
  /** Nesting depth; 0 for the outermost group. */
  depth?: number;
}

const subjects: readonly Subject[] = ['count', 'sum', 'attribute', 'measure', 'cluster'];
/** Deepest level that the editor offers; deeper groups can be written as text. */
const MAX_DEPTH = 4;

/** Conditions and nested groups joined by “all” or “any”. */
export function GroupEditor({ group, names, onChange, depth = 0 }: GroupEditorProps) {
  const { t } = useTranslation();
  const join = group.join;
  return (
    <fieldset className={classes.group} aria-label={t(`rules.join.${join}`)}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="sm">
          <SegmentedControl
            size="xs"
            aria-label={t('rules.joinLabel')}
            value={join}
            onChange={(value) => onChange({ ...group, join: value })}
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
        {depth > 0 && (
          <ActionIcon variant="subtle" color="gray" aria-label={t('rules.removeGroup')} onClick={() => onChange(null)}>
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </Group>
      <Stack gap="xs" mt="sm">
        {group.children.map((child) =>
          child.kind === 'group' ? (
            <GroupEditor
              key={child.id}
              group={child}
              names={names}
              depth={depth + 1}
              onChange={(updatedChild) => onChange(replaceIn(group, child.id, updatedChild))}
            />
          ) : (
            <ConditionEditor
              key={child.id}
              condition={child}
              names={names}
              onChange={(updatedChild) => onChange(replaceIn(group, child.id, updatedChild))}
            />
          ),
        )}
      </Stack>
      <Group gap="xs" mt="sm">
        <Menu position="bottom-start">
          <Menu.Target>
            <Button size="xs" variant="light" leftSection={<IconPlus size={15} aria-hidden />}>
              {t('rules.addCondition')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {subjects
              .filter((subject) => subject !== 'attribute' || names.attributes.length > 0)
              .map((subject) => (
                <Menu.Item key={subject} onClick={() => onChange(addTo(group, group.id, newCondition(subject, names)))}>
                  {t(`rules.subjects.${subject}`)}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
        {depth < MAX_DEPTH && (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconFolderPlus size={15} aria-hidden />}
            onClick={() => onChange(addTo(group, group.id, emptyGroup()))}
          >
            {t('rules.addGroup')}
          </Button>
        )}
      </Group>
    </fieldset>
  );
}
