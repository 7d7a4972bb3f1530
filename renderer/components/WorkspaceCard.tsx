import { ActionIcon, Badge, Group, Paper, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceOverview } from '../../shared/contract/workspace.ts';
import { useFormat } from '../base/format.ts';
import { navigate } from '../base/use-route.ts';
import { useAction } from '../engine/use-action.ts';
import { openWorkspace } from '../engine/use-workspace.ts';
import { DeleteWorkspace } from './DeleteWorkspace.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import { MapThumbnail } from './MapThumbnail.tsx';
import { RenameWorkspace } from './RenameWorkspace.tsx';
import { useContentsText } from './use-contents-text.ts';

interface WorkspaceCardProps {
  workspace: WorkspaceOverview;
  /** Whether the workspace is open. */
  open: boolean;
}

/** A workspace with the thumbnail of its newest map, folder, size and last use; a click opens it. */
export function WorkspaceCard({ workspace, open }: WorkspaceCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const contents = useContentsText();
  const { name, path, used, figures } = workspace;
  const [renaming, rename] = useDisclosure(false);
  const [deleting, remove] = useDisclosure(false);
  const { busy, error, start } = useAction(async () => {
    await openWorkspace(path);
    navigate('home');
  });
  return (
    <Paper withBorder p="sm">
      <Group wrap="nowrap" gap="xs" align="flex-start">
        <UnstyledButton flex={1} miw={0} disabled={busy} onClick={() => void start()}>
          <Group wrap="nowrap" align="flex-start">
            <MapThumbnail points={figures?.map ?? null} label={t('workspaces.thumbnail', { name })} />
            <Stack gap={2} miw={0}>
              <Group gap="xs">
                <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                  {name}
                </Text>
                {open && (
                  <Badge size="sm" variant="light" tt="none">
                    {t('workspaces.current')}
                  </Badge>
                )}
              </Group>
              <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {path}
              </Text>
              <Text size="sm">{figures ? contents(figures) : t('workspaces.unknown')}</Text>
              <Text size="sm" c="dimmed">
                {t('workspaces.lastUsed', { when: format.dateTime(used) })}
              </Text>
            </Stack>
          </Group>
        </UnstyledButton>
        <CardAction icon={IconPencil} label={t('workspaces.rename', { name })} onClick={rename.open} />
        <CardAction icon={IconTrash} label={t('workspaces.delete', { name })} onClick={remove.open} />
      </Group>
      {error !== null && <ErrorNotice error={error} />}
      <RenameWorkspace workspace={workspace} opened={renaming} onClose={rename.close} />
      <DeleteWorkspace workspace={workspace} opened={deleting} onClose={remove.close} />
    </Paper>
  );
}

function CardAction({
  icon: Picture,
  label,
  onClick,
}: {
  icon: typeof IconPencil;
  label: string;
  onClick: () => void;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick}>
        <Picture size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
