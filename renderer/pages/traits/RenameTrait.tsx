import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../base/use-route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { recordChange } from '../../engine/undo-stack.ts';
import { useAction } from '../../engine/use-action.ts';
import { renameTrait } from '../../traits/trait-changes.ts';

interface RenameTraitProps {
  name: string;
  onClose: () => void;
}

/** Dialog that renames a trait. */
export function RenameTrait({ name, onClose }: RenameTraitProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(name);
  const to = text.trim();
  const { busy, error, start } = useAction(async (event: FormEvent) => {
    event.preventDefault();
    const change = await renameTrait(name, to);
    recordChange({ ...change, label: `${t('traits.renamed')}: ${to}` });
    onClose();
    navigate('traits', to);
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('traits.renameTitle')}
      closeButtonProps={{ 'aria-label': t('terms.close') }}
    >
      <form onSubmit={start}>
        <Stack>
          <TextInput
            label={t('traits.name')}
            description={t('traits.renameHelp')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maxLength={200}
            required
            data-autofocus
          />
          {error !== null && <ErrorNotice error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('terms.cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={to === '' || to === name}>
              {t('runs.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
