import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../../base/dialogs.ts';
import { useWorkspace } from '../../../engine/use-workspace.ts';
import { Section } from '../Section.tsx';
import { SettingRow } from '../SettingRow.tsx';

/** Opens the check and the backups of the open workspace. */
export function Backups() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  return (
    <Section title={t('settings.backups')}>
      <SettingRow label={workspace?.name ?? t('app.noWorkspace')}>
        <Button variant="default" disabled={!workspace} onClick={() => openDialog('maintenance')}>
          {t('app.maintenance.open')}
        </Button>
      </SettingRow>
      <Text size="xs" c="dimmed">
        {t('settings.backupsHelp')}
      </Text>
    </Section>
  );
}
