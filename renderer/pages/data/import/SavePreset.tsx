import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportFile, Preview } from '../../../../shared/contract/ingest.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { notifyDone } from '../../../base/notify.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { call } from '../../../engine/use-call.ts';
import { refreshPresets } from '../sources/refresh-presets.ts';
import { presetName } from './preset-name.ts';

interface SavePresetProps {
  file: ImportFile;
  preview: Preview;
  opened: boolean;
  onClose: () => void;
}

/** Saves a mapping as a named preset, which is then applied to files with the same columns. */
export function SavePreset({ file, preview, opened, onClose }: SavePresetProps) {
  const { t } = useTranslation();
  const [title, setTitle] = useState('');
  const [error, setError] = useState<unknown>(null);
  const nameTaken = error instanceof PortraitError && error.code === 'PRESET_EXISTS';

  async function save(replace: boolean) {
    const { kind, columns, separator } = preview;
    try {
      await call('ingest.savePreset', {
        name: presetName(title),
        title: title.trim(),
        columns: columns.map(({ name }) => name),
        mapping: file.mapping ?? preview.mapping,
        ...(preview.source.format === 'text' && separator !== '::' ? { separator } : {}),
        ...(kind === 'lookup' ? {} : { fileKind: kind }),
        replace,
      });
      refreshPresets();
      notifyDone(t('data.import.savePreset.saved'), title.trim());
      onClose();
    } catch (reason) {
      setError(reason);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void save(false);
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('data.import.savePreset.saveTitle')}
      closeButtonProps={{ 'aria-label': t('terms.close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('data.import.savePreset.saveText')}</Text>
          <TextInput
            label={t('data.presetName')}
            placeholder={t('data.import.savePreset.example')}
            required
            maxLength={100}
            data-autofocus
            value={title}
            onChange={(event) => {
              setTitle(event.currentTarget.value);
              setError(null);
            }}
          />
          {error !== null && <ErrorNotice error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('terms.cancel')}
            </Button>
            {nameTaken ? (
              <Button onClick={() => void save(true)}>{t('data.import.savePreset.replace')}</Button>
            ) : (
              <Button type="submit" disabled={title.trim() === ''}>
                {t('data.import.savePreset.save')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
