import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../engine/use-action.ts';
import { useCall } from '../engine/use-call.ts';
import { createWorkspace } from '../engine/use-workspace.ts';
import { ErrorNotice } from './ErrorNotice.tsx';

interface NewWorkspaceProps {
  opened: boolean;
  onClose: () => void;
}

/** Dialog that asks for a name and creates a workspace. */
export function NewWorkspace({ opened, onClose }: NewWorkspaceProps) {
  const { t } = useTranslation();
  const home = useCall('workspace.list', {}).data?.home ?? '';
  const [name, setName] = useState('');
  const creation = useAction(async (event: FormEvent) => {
    event.preventDefault();
    await createWorkspace(name.trim());
    setName('');
    onClose();
  });

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('terms.newWorkspace')}
      closeButtonProps={{ 'aria-label': t('terms.close') }}
    >
      <form onSubmit={creation.start}>
        <Stack>
          <TextInput
            label={t('app.workspaceName')}
            description={t('app.workspaceNameHelp', { home })}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={80}
            required
            data-autofocus
          />
          {creation.error !== null && <ErrorNotice error={creation.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('terms.cancel')}
            </Button>
            <Button type="submit" loading={creation.busy} disabled={name.trim() === ''}>
              {t('app.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
