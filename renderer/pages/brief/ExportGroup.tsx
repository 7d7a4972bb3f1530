import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { baseName } from '../../base/base-name.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ExportNotice } from '../../components/ExportNotice.tsx';
import { useAction } from '../../engine/use-action.ts';
import { call } from '../../engine/use-call.ts';
import { host } from '../../host/host.ts';

interface ExportGroupProps {
  brief: string;
  /** Key of the group. */
  group: string;
  /** Suggested name. */
  name: string;
  onClose: () => void;
}

/** Dialog that asks for the name of a campaign and exports a group with a hold-out. */
export function ExportGroup({ brief, group, name: proposed, onClose }: ExportGroupProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(proposed);
  const exporting = useAction(async (event: FormEvent) => {
    event.preventDefault();
    const files = await call('brief.exportGroup', { brief, group, name });
    await host.showExport(baseName(files.contact.file));
    return files;
  });
  const { done } = exporting;
  return (
    <Modal opened onClose={onClose} title={t('brief.export')} closeButtonProps={{ 'aria-label': t('terms.close') }}>
      <form onSubmit={exporting.start}>
        <Stack>
          <Text size="sm">{t('brief.exportText')}</Text>
          <TextInput
            label={t('brief.campaign')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={200}
            required
          />
          {exporting.error !== null && <ErrorNotice error={exporting.error} />}
          {done && (
            <>
              <FileNotice text="brief.contact" file={done.contact} />
              <FileNotice text="brief.holdOut" file={done.holdOut} />
            </>
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={exporting.busy} disabled={name.trim() === ''} data-autofocus>
              {t('brief.exportFiles')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface FileNoticeProps {
  text: 'brief.contact' | 'brief.holdOut';
  file: { rows: number; file: string };
}

function FileNotice({ text, file: { rows, file } }: FileNoticeProps) {
  const { t } = useTranslation();
  const name = baseName(file);
  return <ExportNotice text={t(text, { count: rows, file: name })} name={name} />;
}
