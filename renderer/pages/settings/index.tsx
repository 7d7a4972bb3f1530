import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page.tsx';
import { sections } from './sections.ts';

/** Settings of the window, of the open workspace and of this computer. */
export default function SettingsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.settings')} description={t('settings.description')}>
      <Stack gap="xl" maw={880}>
        {sections.map(([name, Section]) => (
          <Section key={name} />
        ))}
      </Stack>
    </Page>
  );
}
