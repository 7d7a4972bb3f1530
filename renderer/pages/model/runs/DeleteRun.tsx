import { useTranslation } from 'react-i18next';
import { ConfirmDelete } from '../../../components/ConfirmDelete.tsx';
import { call } from '../../../engine/use-call.ts';

interface DeleteRunProps {
  run: { id: string; title: string };
  opened: boolean;
  onClose: () => void;
}

/** Asks before a run is deleted with all that was made of it. */
export function DeleteRun({ run, opened, onClose }: DeleteRunProps) {
  const { t } = useTranslation();
  const name = run.title === '' ? run.id : `${run.title} (${run.id})`;
  return (
    <ConfirmDelete
      opened={opened}
      onClose={onClose}
      name={name}
      texts={{ title: t('runs.deleteTitle'), text: t('runs.deleteText', { name }), done: t('runs.deleted') }}
      remove={() => call('train.delete', { run: run.id })}
      back="model"
    />
  );
}
