import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { call } from '../../../engine/use-call.ts';

interface RenameRunProps {
  run: { id: string; title: string; note: string };
  /** What it is called as long as people have not. */
  unnamed?: string;
  opened: boolean;
  onClose: () => void;
}

/** Asks what a run is to be called and what there is to say of it. */
export function RenameRun({ run, unnamed = run.id, opened, onClose }: RenameRunProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('runs.renameTitle', { run: run.id })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Form run={run} unnamed={unnamed} onClose={onClose} />
    </Modal>
  );
}

function Form({ run, unnamed, onClose }: Omit<RenameRunProps, 'opened'>) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(run.title);
  const [note, setNote] = useState(run.note);
  const [error, setError] = useState<unknown>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    call('train.rename', { run: run.id, title, note }).then(onClose, setError);
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('runs.name')}
          placeholder={unnamed}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          maxLength={100}
          data-autofocus
        />
        <Textarea
          label={t('runs.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={3}
          maxRows={10}
        />
        {error !== null && <ErrorNotice error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit">{t('runs.save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
