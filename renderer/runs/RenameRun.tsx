import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { perform } from '../engine/undo-stack.ts';
import { useAction } from '../engine/use-action.ts';
import { call } from '../engine/use-call.ts';

interface RenameRunProps {
  run: { id: string; title: string; note: string };
  /** Placeholder while the run has no title; the run's ID by default. */
  defaultTitle?: string;
  opened: boolean;
  onClose: () => void;
}

/** Dialog that edits the title and the note of a run. */
export function RenameRun({ run, defaultTitle = run.id, opened, onClose }: RenameRunProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('runs.renameTitle', { run: run.id })}
      closeButtonProps={{ 'aria-label': t('terms.close') }}
    >
      <Form run={run} defaultTitle={defaultTitle} onClose={onClose} />
    </Modal>
  );
}

function Form({ run, defaultTitle, onClose }: Omit<RenameRunProps, 'opened'>) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(run.title);
  const [note, setNote] = useState(run.note);
  const { busy, error, start } = useAction(async (event: FormEvent) => {
    event.preventDefault();
    const rename = (texts: { title: string; note: string }) => call('train.rename', { run: run.id, ...texts });
    await perform({
      label: t('runs.renamed', { run: run.id }),
      redo: () => rename({ title, note }),
      undo: () => rename({ title: run.title, note: run.note }),
    });
    onClose();
  });

  return (
    <form onSubmit={start}>
      <Stack>
        <TextInput
          label={t('runs.name')}
          placeholder={defaultTitle}
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
            {t('terms.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('runs.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
