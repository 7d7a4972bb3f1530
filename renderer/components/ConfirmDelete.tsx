import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../base/notify.tsx';
import type { Page } from '../base/route.ts';
import { leaveDetail, navigate } from '../base/use-route.ts';
import { announceDeletion } from '../engine/announce-deletion.ts';
import { useAction } from '../engine/use-action.ts';
import { ErrorNotice } from './ErrorNotice.tsx';

interface ConfirmDeleteProps {
  opened: boolean;
  onClose: () => void;
  /** Display name of the item to delete. */
  name: string;
  /** Id of the item in the address of its page; by default, the name. */
  id?: string;
  /** Title of the dialog, what is deleted and what is kept, and the notification afterwards. */
  texts: { title: string; text: string; done: string };
  remove: () => Promise<unknown>;
  /** Restores the deleted item; without it, the deletion cannot be undone. */
  restore?: () => Promise<unknown>;
  /** Called when the deletion can no longer be undone. */
  discard?: () => unknown;
  /** The page to open after the deletion. */
  backTo: Page;
}

/** Dialog that confirms a deletion, and shows the error if it fails. */
export function ConfirmDelete({
  opened,
  onClose,
  name,
  id = name,
  texts,
  remove,
  restore,
  discard,
  backTo,
}: ConfirmDeleteProps) {
  const { t } = useTranslation();
  const redo = () => {
    leaveDetail(backTo, id);
    return remove();
  };
  const { busy, error, start } = useAction(async () => {
    await remove();
    if (restore) announceDeletion(texts.done, name, { undo: restore, redo, drop: discard });
    else notifyDone(texts.done, name);
    navigate(backTo);
  });
  return (
    <Modal opened={opened} onClose={onClose} title={texts.title} closeButtonProps={{ 'aria-label': t('terms.close') }}>
      <Stack>
        <Text>{texts.text}</Text>
        {error !== null && <ErrorNotice error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('terms.cancel')}
          </Button>
          <Button color="red.9" loading={busy} onClick={() => void start()}>
            {t('terms.delete')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
