import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../../app/notify.tsx';
import { go } from '../../app/use-route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { engine } from '../../engine/use-call.ts';

interface DeleteSegmentProps {
  name: string;
  opened: boolean;
  onClose: () => void;
}

/** Asks before a segment is deleted. */
export function DeleteSegment({ name, opened, onClose }: DeleteSegmentProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function remove() {
    setBusy(true);
    try {
      await engine().call('segment.delete', { segment: name });
      notifyDone(t('segments.deleted'), name);
      go('segments');
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('segments.deleteTitle')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Stack>
        <Text>{t('segments.deleteText', { name })}</Text>
        {error !== null && <ErrorNotice error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('app.cancel')}
          </Button>
          <Button color="red" loading={busy} onClick={() => void remove()}>
            {t('segments.delete')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
