import { useTranslation } from 'react-i18next';
import type { Page } from '../base/route.ts';
import { ConfirmDelete } from '../components/ConfirmDelete.tsx';
import { freeSpace } from '../engine/free-space.ts';
import { call } from '../engine/use-call.ts';

interface DeleteRunProps {
  run: { id: string; title: string };
  opened: boolean;
  onClose: () => void;
  /** The page to open after the deletion. */
  backTo: Page;
}

/** Confirmation dialog for deleting a run and everything derived from it. */
export function DeleteRun({ run, opened, onClose, backTo }: DeleteRunProps) {
  const { t } = useTranslation();
  const name = run.title === '' ? run.id : `${run.title} (${run.id})`;
  return (
    <ConfirmDelete
      opened={opened}
      onClose={onClose}
      name={name}
      id={run.id}
      texts={{
        title: t('runs.deleteTitle'),
        text: t('runs.deleteText', { name }),
        done: t('runs.deleted'),
      }}
      remove={() => call('train.delete', { run: run.id })}
      restore={() => call('train.restore', { run: run.id })}
      discard={() => freeSpace(run.id)}
      backTo={backTo}
    />
  );
}
