import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WorkspaceName } from '../../shared/contract/workspace.ts';
import { useAction } from '../engine/use-action.ts';
import { renameWorkspace } from '../engine/use-workspace.ts';
import { ErrorNotice } from './ErrorNotice.tsx';

interface RenameWorkspaceProps {
  workspace: { readonly name: string; readonly path: string };
  opened: boolean;
  onClose: () => void;
}

/** Dialog that renames a workspace. */
export function RenameWorkspace({ workspace, opened, onClose }: RenameWorkspaceProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('workspaces.renameTitle')}
      closeButtonProps={{ 'aria-label': t('terms.close') }}
    >
      <Form workspace={workspace} onClose={onClose} />
    </Modal>
  );
}

function Form({ workspace: { name, path }, onClose }: Omit<RenameWorkspaceProps, 'opened'>) {
  const { t } = useTranslation();
  const [changed, setChanged] = useState(name);
  const { success: isName, data: newName = name } = WorkspaceName.safeParse(changed);
  const { busy, error, start } = useAction(async (event: FormEvent) => {
    event.preventDefault();
    await renameWorkspace(path, newName);
    onClose();
  });
  return (
    <form onSubmit={start}>
      <Stack>
        <TextInput
          label={t('app.workspaceName')}
          value={changed}
          onChange={(event) => setChanged(event.currentTarget.value)}
          error={changed !== '' && !isName && t('workspaces.nameRefused')}
          maxLength={80}
          required
          data-autofocus
        />
        <Text size="sm" c="dimmed">
          {t('workspaces.renameText')}
        </Text>
        {error !== null && <ErrorNotice error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('terms.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={!isName || newName === name}>
            {t('workspaces.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
