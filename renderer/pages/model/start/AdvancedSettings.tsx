import { Button, Divider, Group, SimpleGrid, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldInput } from './FieldInput.tsx';
import { type Group as FieldGroup, faultOf, groups, matters, type Settings } from './settings.ts';

interface AdvancedProps {
  settings: Settings;
  onChange: (settings: Settings) => void;
  onReset: () => void;
}

const ORDER: readonly FieldGroup[] = ['objective', 'masking', 'shape', 'learning', 'stopping'];

/** All that can be set, by what it is about, each with what it means. */
export function Advanced({ settings, onChange, onReset }: AdvancedProps) {
  const { t } = useTranslation();
  const fault = faultOf(settings);
  const shown = ORDER.map((group) => ({ group, fields: groups[group].filter((field) => matters(field, settings)) }));
  return (
    <Stack gap="lg">
      {shown
        .filter(({ fields }) => fields.length > 0)
        .map(({ group, fields }) => (
          <Stack key={group} gap="sm" component="section" aria-label={t(`training.groups.${group}`)}>
            <Divider />
            <Title order={3} fz="md">
              {t(`training.groups.${group}`)}
            </Title>
            <SimpleGrid cols={{ base: 3, xl: 4 }} spacing="md">
              {fields
                .filter((field) => field !== 'fields')
                .map((field) => (
                  <FieldInput
                    key={field}
                    field={field}
                    settings={settings}
                    fault={fault}
                    onChange={(changes) => onChange({ ...settings, ...changes })}
                  />
                ))}
            </SimpleGrid>
            {group === 'shape' && (
              <FieldInput
                field="fields"
                settings={settings}
                fault={fault}
                onChange={(changes) => onChange({ ...settings, ...changes })}
              />
            )}
          </Stack>
        ))}
      <Group>
        <Button size="xs" variant="subtle" onClick={onReset}>
          {t('training.reset')}
        </Button>
      </Group>
    </Stack>
  );
}
