import { Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../engine/use-call.ts';
import { useWorkspace } from '../engine/use-workspace.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { WorkspaceCard } from './WorkspaceCard.tsx';

/** The workspaces in the home folder and those opened elsewhere before, the most recently used first. */
export function WorkspaceList() {
  const { t } = useTranslation();
  const { data, error } = useCall('workspace.overviews', {});
  const openPath = useWorkspace()?.path;
  if (error) return <ErrorNotice error={error} />;
  if (!data) {
    return (
      <Stack gap="sm">
        {[1, 2, 3].map((row) => (
          <Skeleton key={row} height={114} />
        ))}
      </Stack>
    );
  }
  if (data.workspaces.length === 0) {
    return (
      <Text c="dimmed" size="sm">
        {t('workspaces.none')}
      </Text>
    );
  }
  return (
    <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('workspaces.title')}>
      {data.workspaces.map((workspace) => (
        <li key={workspace.path}>
          <WorkspaceCard workspace={workspace} open={workspace.path === openPath} />
        </li>
      ))}
    </Stack>
  );
}
