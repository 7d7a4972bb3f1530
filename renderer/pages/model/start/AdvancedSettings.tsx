import { Button, Divider, Group, SimpleGrid, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldInput } from '../../../training/FieldInput.tsx';
import { type Group as FieldGroup, firstIssue, groups, isRelevant, type Settings } from '../../../training/settings.ts';

interface AdvancedSettingsProps {
  settings: Settings;
  onChange: (settings: Settings) => void;
  onReset: () => void;
}

const ORDER: readonly FieldGroup[] = ['objective', 'masking', 'shape', 'learning', 'stopping'];

/** All relevant settings by group, each with its explanation. */
export function AdvancedSettings({ settings, onChange, onReset }: AdvancedSettingsProps) {
  const { t } = useTranslation();
  const issue = firstIssue(settings);
  const shown = ORDER.map((group) => ({ group, fields: groups[group].filter((field) => isRelevant(field, settings)) }));
  return (
    <Stack gap="lg">
      {shown
        .filter(({ fields }) => fields.length > 0)
        .map(({ group, fields }) => (
          <Stack key={group} gap="sm" component="section" aria-label={t(`model.start.groups.${group}`)}>
            <Divider />
            <Title order={3} fz="md">
              {t(`model.start.groups.${group}`)}
            </Title>
            <SimpleGrid cols={{ base: 3, xl: 4 }} spacing="md">
              {fields
                .filter((field) => field !== 'fields')
                .map((field) => (
                  <FieldInput
                    key={field}
                    field={field}
                    settings={settings}
                    issue={issue}
                    onChange={(changes) => onChange({ ...settings, ...changes })}
                  />
                ))}
            </SimpleGrid>
            {group === 'shape' && (
              <FieldInput
                field="fields"
                settings={settings}
                issue={issue}
                onChange={(changes) => onChange({ ...settings, ...changes })}
              />
            )}
          </Stack>
        ))}
      <Group>
        <Button size="xs" variant="subtle" onClick={onReset}>
          {t('model.start.reset')}
        </Button>
      </Group>
    </Stack>
  );
}
