import { Group, Kbd, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../Section.tsx';
import { SettingRow } from '../SettingRow.tsx';
import { shortcuts } from '../shortcuts.ts';

/** Keys and gestures of the window. */
export function Shortcuts() {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.shortcuts.title')}>
      {shortcuts.map(([keys, action]) => (
        <SettingRow key={action} label={t(`settings.shortcuts.${action}`)}>
          <Group gap={4}>
            {keys.map((key) => (
              <Kbd key={key}>{t(`settings.shortcuts.keys.${key}`)}</Kbd>
            ))}
          </Group>
          <Text size="sm" c="dimmed">
            {t(`settings.shortcuts.places.${action}`)}
          </Text>
        </SettingRow>
      ))}
    </Section>
  );
}
