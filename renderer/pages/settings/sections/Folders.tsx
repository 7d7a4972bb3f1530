import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../engine/use-call.ts';
import { useWorkspace } from '../../../engine/use-workspace.ts';
import { Section } from '../Section.tsx';
import { SettingRow } from '../SettingRow.tsx';

/** Folder of the open workspace, and home folder of new ones. */
export function Folders() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const home = useCall('workspace.list', {}).data?.home;
  return (
    <Section title={t('settings.folders')}>
      <SettingRow label={t('settings.workspaceFolder')}>
        <Path path={workspace === null ? t('app.noWorkspace') : workspace?.path} />
      </SettingRow>
      <SettingRow label={t('settings.homeFolder')}>
        <Path path={home} />
      </SettingRow>
      <Text size="xs" c="dimmed">
        {t('settings.homeFolderHelp')}
      </Text>
    </Section>
  );
}

function Path({ path }: { path: string | undefined }) {
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>
      {path}
    </Text>
  );
}
