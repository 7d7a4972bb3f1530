import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import type { Preview } from '../../../../shared/contract/import-preview.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { notifyDone } from '../../../base/notify.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useAction } from '../../../engine/use-action.ts';
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
  const { busy, error, start, reset } = useAction(async (replace: boolean) => {
    await call('ingest.savePreset', { ...presetOf(file, preview), ...names(title), replace });
    refreshPresets();
    notifyDone(t('data.import.savePreset.saved'), title.trim());
    onClose();
  });
  const nameTaken = error instanceof PortraitError && error.code === 'PRESET_EXISTS';

  function submit(event: FormEvent) {
    event.preventDefault();
    void start(false);
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
              reset();
            }}
          />
          {error !== null && <ErrorNotice error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('terms.cancel')}
            </Button>
            {nameTaken ? (
              <Button loading={busy} onClick={() => void start(true)}>
                {t('data.import.savePreset.replace')}
              </Button>
            ) : (
              <Button type="submit" loading={busy} disabled={title.trim() === ''}>
                {t('data.import.savePreset.save')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const names = (title: string) => ({ name: presetName(title), title: title.trim() });

/** Returns how a file is read, without what applies to that file only. */
function presetOf({ mapping }: ImportFile, { kind, columns, separator, source, mapping: guessedMapping }: Preview) {
  return {
    columns: columns.map(({ name }) => name),
    mapping: mapping ?? guessedMapping,
    ...(source.format === 'text' && separator !== '::' ? { separator } : {}),
    ...(kind === 'lookup' ? {} : { fileKind: kind }),
  };
}
