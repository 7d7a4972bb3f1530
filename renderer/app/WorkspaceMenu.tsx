import { Badge, Group, Menu, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCheck, IconLayoutGrid, IconPlus, IconSelector, IconStethoscope } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../base/dialogs.ts';
import { notifyError } from '../base/notify.tsx';
import { hashOf } from '../base/route.ts';
import { workspacePlace } from '../components/workspace-place.ts';
import { useCall } from '../engine/use-call.ts';
import { openWorkspace, useWorkspace } from '../engine/use-workspace.ts';
import classes from './SideBar.module.css';

/** Maximum number of workspaces in the menu; the Workspaces page lists all. */
const MAX_RECENTS = 8;

interface WorkspaceMenuProps {
  /** Whether the name is reduced to its initial. */
  collapsed: boolean;
}

/** Menu under the name of the open workspace: recent workspaces, a new one, check and backups. */
export function WorkspaceMenu({ collapsed }: WorkspaceMenuProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { home = '', workspaces = [] } = useCall('workspace.list', {}).data ?? {};
  const name = workspace?.name ?? t('app.noWorkspace');
  return (
    <Menu
      width={collapsed ? 220 : 'target'}
      position="bottom-start"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <UnstyledButton className={classes.workspace} aria-label={t('app.switchWorkspace')}>
          {collapsed ? (
            <Text fw={600} title={name}>
              {[...name][0]}
            </Text>
          ) : (
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <Stack gap={2} miw={0}>
                <Text fw={600} truncate>
                  {name}
                </Text>
                {workspace?.synthetic && (
                  <Tooltip label={t('app.syntheticHelp')} multiline maw={260} position="right">
                    <Badge size="sm" color="yellow" variant="light" tt="none" className={classes.synthetic}>
                      {t('app.synthetic')}
                    </Badge>
                  </Tooltip>
                )}
              </Stack>
              <IconSelector size={16} stroke={1.6} aria-hidden />
            </Group>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {workspaces.length > 0 && <Menu.Label>{t('app.recentWorkspaces')}</Menu.Label>}
        <div className={classes.workspaces}>
          {workspaces.slice(0, MAX_RECENTS).map(({ name, path }) => (
            <Menu.Item
              key={path}
              onClick={() => void openWorkspace(path).catch(notifyError)}
              rightSection={path === workspace?.path ? <IconCheck size={16} /> : null}
            >
              {name}
              <Place folder={workspacePlace(path, home)} />
            </Menu.Item>
          ))}
        </div>
        <Menu.Item component="a" href={hashOf('workspaces')} leftSection={<IconLayoutGrid size={16} />}>
          {t('workspaces.all')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => openDialog('newWorkspace')}>
          {t('terms.newWorkspace')}
        </Menu.Item>
        {workspace && (
          <Menu.Item leftSection={<IconStethoscope size={16} />} onClick={() => openDialog('maintenance')}>
            {t('app.maintenance.open')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Folder of a workspace outside the home folder. */
function Place({ folder }: { folder: string | null }) {
  if (folder === null) return null;
  return (
    <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {folder}
    </Text>
  );
}
