import { Button, Group, Menu } from '@mantine/core';
import { IconFolderPlus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { namedPredictions } from '../../shared/domain/prediction-name.ts';
import { useCall } from '../engine/use-call.ts';
import { type Draft, emptyGroup, type Subject } from './draft.ts';
import { newCondition } from './new-condition.ts';
import type { RuleNames } from './use-rule-editor.ts';

interface AddToGroupProps {
  names: RuleNames;
  /** Whether the group may contain another group. */
  nestable: boolean;
  onAdd: (part: Draft) => void;
}

const SUBJECTS: readonly Subject[] = [
  'count',
  'sum',
  'attribute',
  'measure',
  'customer',
  'prediction',
  'trait',
  'cluster',
  'lasso',
  'segment',
  'users',
];

/** Buttons that add a condition or a nested group to a group. */
export function AddToGroup({ names, nestable, onAdd }: AddToGroupProps) {
  const { t } = useTranslation();
  const missing = useMissingSubjects(names);
  const subjects = SUBJECTS.filter((subject) => !missing.has(subject));
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

/** Returns the subjects that conditions of this workspace cannot refer to, for example segments if there are none. */
function useMissingSubjects({ attributes }: RuleNames): ReadonlySet<Subject> {
  const maps = useCall('map.list', {}).data?.maps ?? [];
  const segments = useCall('segment.list', {}).data?.segments ?? [];
  const predictions = namedPredictions(useCall('prediction.list', {}).data?.predictions ?? []);
  const traits = useCall('traits.list', {}).data?.traits ?? [];
  const missing: Subject[] = [];
  if (attributes.length === 0) missing.push('attribute');
  if (predictions.size === 0) missing.push('prediction');
  if (traits.length === 0) missing.push('trait');
  if (maps.length === 0) missing.push('cluster', 'lasso');
  if (segments.length === 0) missing.push('segment');
  return new Set(missing);
}
