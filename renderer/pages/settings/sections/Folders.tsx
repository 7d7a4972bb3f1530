import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../base/format.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useAction } from '../../../engine/use-action.ts';
import { call, useCall } from '../../../engine/use-call.ts';
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
      {workspace && <DeletedModels />}
      <Text size="xs" c="dimmed">
        {t('settings.homeFolderHelp')}
      </Text>
    </Section>
  );
}

/** Size of the files of deleted models, with a button that removes them; nothing if there are none. */
function DeletedModels() {
  const { t } = useTranslation();
  const format = useFormat();
  const bytes = useCall('train.trash', {}).data?.bytes ?? 0;
  const removal = useAction(() => call('train.emptyTrash', {}));
  if (bytes === 0) return null;
  return (
    <>
      <SettingRow label={t('settings.deletedModels')}>
        <Text size="sm">{format.bytes(bytes)}</Text>
        <Button size="compact-sm" variant="default" loading={removal.busy} onClick={() => void removal.start()}>
          {t('settings.freeSpace')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('settings.freeSpaceHelp')}
        </Text>
      </SettingRow>
      {removal.error !== null && <ErrorNotice error={removal.error} />}
    </>
  );
}

function Path({ path }: { path: string | undefined }) {
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>
      {path}
    </Text>
  );
}
