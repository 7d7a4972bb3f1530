import { Divider, SimpleGrid, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldInput } from './FieldInput.tsx';
import { type Field, firstIssue, type Group, groups, type Settings } from './settings.ts';

interface SettingGroupsProps {
  settings: Settings;
  isShown: (field: Field) => boolean;
  /** Explanations that replace the usual ones. */
  help?: Partial<Record<Field, string>>;
  onChange: (changes: Partial<Settings>) => void;
}

const ORDER: readonly Group[] = ['objective', 'masking', 'shape', 'learning', 'stopping'];

/** Settings of a training by group, each with its explanation. */
export function SettingGroups({ settings, isShown, help = {}, onChange }: SettingGroupsProps) {
  const { t } = useTranslation();
  const issue = firstIssue(settings);
  const input = (field: Field) => (
    <FieldInput key={field} field={field} settings={settings} issue={issue} help={help[field]} onChange={onChange} />
  );
  const shownGroups = ORDER.map((group) => ({ group, fields: groups[group].filter(isShown) }));
  return shownGroups
    .filter(({ fields }) => fields.length > 0)
    .map(({ group, fields }) => (
      <Stack key={group} gap="sm" component="section" aria-label={t(`training.groups.${group}`)}>
        <Divider />
        <Title order={3} fz="md">
          {t(`training.groups.${group}`)}
        </Title>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 4 }} spacing="md">
          {fields.filter((field) => field !== 'fields').map(input)}
        </SimpleGrid>
        {fields.filter((field) => field === 'fields').map(input)}
      </Stack>
    ));
}
