import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SettingGroups } from '../../../training/SettingGroups.tsx';
import { isRelevant, type Settings } from '../../../training/settings.ts';

interface AdvancedSettingsProps {
  settings: Settings;
  onChange: (settings: Settings) => void;
  onReset: () => void;
}

/** All relevant settings by group, each with its explanation. */
export function AdvancedSettings({ settings, onChange, onReset }: AdvancedSettingsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      <SettingGroups
        settings={settings}
        isShown={(field) => isRelevant(field, settings)}
        onChange={(changes) => onChange({ ...settings, ...changes })}
      />
      <Group>
        <Button size="xs" variant="subtle" onClick={onReset}>
          {t('model.start.reset')}
        </Button>
      </Group>
    </Stack>
  );
}
