import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../../../app/notify.tsx';
import { go } from '../../../app/use-route.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { call } from '../../../engine/use-call.ts';

interface DeleteRunProps {
  run: { id: string; title: string };
  opened: boolean;
  onClose: () => void;
}

/** Asks before a run is deleted with all that was made of it. */
export function DeleteRun({ run, opened, onClose }: DeleteRunProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const name = run.title === '' ? run.id : `${run.title} (${run.id})`;

  async function remove() {
    setBusy(true);
    try {
      await call('train.delete', { run: run.id });
      notifyDone(t('runs.deleted'), name);
      go('model');
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('runs.deleteTitle')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Stack>
        <Text>{t('runs.deleteText', { name })}</Text>
        {error !== null && <ErrorNotice error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('app.cancel')}
          </Button>
          <Button color="red" loading={busy} onClick={() => void remove()}>
            {t('runs.delete')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
