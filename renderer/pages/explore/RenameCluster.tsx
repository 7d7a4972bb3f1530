import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { recordChange } from '../../engine/undo-stack.ts';
import { useAction } from '../../engine/use-action.ts';
import { call } from '../../engine/use-call.ts';

interface RenameClusterProps {
  map: string;
  cluster: number;
  /** Current name. */
  name: string;
  onClose: () => void;
}

/** Dialog that renames a cluster. An empty name restores the name generated from the traits. */
export function RenameCluster({ map, cluster, name, onClose }: RenameClusterProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(name);
  const { busy, error, start } = useAction(async (event: FormEvent) => {
    event.preventDefault();
    const rename = (chosen: string | null) => call('map.renameCluster', { map, cluster, name: chosen });
    const chosen = text.trim() || null;
    if (chosen !== name) {
      const { previous } = await rename(chosen);
      recordChange({
        label: `${t('map.renamed')}: ${chosen ?? name}`,
        undo: () => rename(previous),
        redo: () => rename(chosen),
      });
    }
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={t('map.renameTitle')} closeButtonProps={{ 'aria-label': t('terms.close') }}>
      <form onSubmit={start}>
        <Stack>
          <TextInput
            label={t('map.clusterName')}
            description={t('map.clusterNameHelp')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maxLength={100}
            data-autofocus
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
    </Modal>
  );
}
