import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../base/notify.tsx';
import type { Page } from '../base/route.ts';
import { go } from '../base/use-route.ts';
import { ErrorNotice } from './ErrorNotice.tsx';

interface ConfirmDeleteProps {
  opened: boolean;
  onClose: () => void;
  /** What is deleted, as people know it. */
  name: string;
  /** The question, what goes and what stays, and what is said afterwards. */
  texts: { title: string; text: string; done: string };
  remove: () => Promise<unknown>;
  /** The page to go to once it is gone. */
  back: Page;
}

/** Asks before something is deleted, and says why where it cannot be. */
export function ConfirmDelete({ opened, onClose, name, texts, remove, back }: ConfirmDeleteProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function confirmed() {
    setBusy(true);
    try {
      await remove();
      notifyDone(texts.done, name);
      go(back);
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
  }

  return (
    <Modal opened={opened} onClose={onClose} title={texts.title} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <Stack>
        <Text>{texts.text}</Text>
        {error !== null && <ErrorNotice error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('app.cancel')}
          </Button>
          <Button color="red" loading={busy} onClick={() => void confirmed()}>
            {t('app.delete')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
