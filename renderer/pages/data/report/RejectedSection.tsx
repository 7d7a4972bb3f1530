import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconDownload, IconFileSpreadsheet, IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useFormat } from '../../../base/format.ts';
import { notifyError } from '../../../base/notify.tsx';
import { call } from '../../../engine/use-call.ts';
import { host } from '../../../host/host.ts';
import { fileName } from '../import/import-files.ts';
import { RejectedRows } from '../import/RejectedRows.tsx';

/** Rejected rows of an import, with the button that exports them as CSV for correction. */
export function RejectedSection({ record: of }: { record: { import: number; rejected: number } }) {
  const { t } = useTranslation();
  const [savedFile, setSavedFile] = useState<Output<'ingest.rejectedCsv'> | null>(null);
  const save = () => call('ingest.rejectedCsv', { import: of.import }).then(setSavedFile, notifyError);
  return (
    <Stack gap="sm" component="section" aria-label={t('data.report.rejectedRows')}>
      <Group justify="space-between">
        <Title order={2}>{t('data.report.rejectedRows')}</Title>
        {of.rejected > 0 && (
          <Button
            variant="default"
            onClick={() => void save()}
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          >
            {t('data.report.saveCsv')}
          </Button>
        )}
      </Group>
      {savedFile && <SavedFileNotice savedFile={savedFile} />}
      {of.rejected === 0 ? <Text c="dimmed">{t('data.report.rejectedNone')}</Text> : <RejectedRows id={of.import} />}
    </Stack>
  );
}

function SavedFileNotice({ savedFile: saved }: { savedFile: Output<'ingest.rejectedCsv'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const file = fileName(saved.file);
  const ExportIcon = host.exportTarget === 'folder' ? IconFolder : IconDownload;
  return (
    <Alert color="teal" icon={<IconCircleCheck />} role="status">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{t('data.report.rejectedSaved', { file, rows: format.number(saved.rows) })}</Text>
        <Button
          size="xs"
          style={{ flexShrink: 0 }}
          onClick={() => host.showExport(file)}
          leftSection={<ExportIcon size={15} aria-hidden />}
        >
          {t(host.exportTarget === 'folder' ? 'data.report.show' : 'data.report.download')}
        </Button>
      </Group>
    </Alert>
  );
}
