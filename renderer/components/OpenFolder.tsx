import { Button, Stack, Text } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../base/use-route.ts';
import { useAction } from '../engine/use-action.ts';
import { openWorkspace } from '../engine/use-workspace.ts';
import { host } from '../host/host.ts';
import { ErrorNotice } from './ErrorNotice.tsx';

/** Opens a workspace in any folder; in a browser, which has no folder dialog, explains how to. */
export function OpenFolder() {
  const { t } = useTranslation();
  const { chooseFolder } = host;
  const { busy, error, start } = useAction(async () => {
    const folder = await chooseFolder?.();
    if (folder == null) return;
    await openWorkspace(folder);
    navigate('home');
  });
  if (!chooseFolder) {
    return (
      <Text size="sm" c="dimmed">
        {t('workspaces.elsewhere')}
      </Text>
    );
  }
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconFolderOpen size={16} aria-hidden />}
        onClick={() => void start()}
      >
        {t('workspaces.openFolder')}
      </Button>
      {error !== null && <ErrorNotice error={error} />}
    </Stack>
  );
}
