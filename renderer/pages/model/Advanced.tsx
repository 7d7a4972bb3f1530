import { Button, Group, NumberInput, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Settings, shownFields, stepOf, wrongField } from './settings.ts';

interface AdvancedProps {
  settings: Settings;
  onChange: (settings: Settings) => void;
  onReset: () => void;
}

/** All that can be set, each with what it means. */
export function Advanced({ settings, onChange, onReset }: AdvancedProps) {
  const { t } = useTranslation();
  const wrong = wrongField(settings);
  return (
    <Stack>
      <SimpleGrid cols={{ base: 3, xl: 4 }} spacing="md">
        {shownFields.map((field) => (
          <NumberInput
            key={field}
            label={t(`model.fields.${field}`)}
            description={t(`model.fields.${field}Help`)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={settings[field]}
            step={stepOf[field] ?? 1}
            min={0}
            error={wrong === field}
            onChange={(value) => {
              if (typeof value === 'number') onChange({ ...settings, [field]: value });
            }}
          />
        ))}
      </SimpleGrid>
      <Group>
        <Button size="xs" variant="subtle" onClick={onReset}>
          {t('model.start.reset')}
        </Button>
      </Group>
    </Stack>
  );
}
