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

/** The rows that an import set aside, and the way to correct them. */
export function Rejected({ of }: { of: { import: number; rejected: number } }) {
  const { t } = useTranslation();
  const [saved, setSaved] = useState<Output<'ingest.rejectedCsv'> | null>(null);
  const save = () => call('ingest.rejectedCsv', { import: of.import }).then(setSaved, notifyError);
  return (
    <Stack gap="sm" component="section" aria-label={t('report.rejectedRows')}>
      <Group justify="space-between">
        <Title order={2}>{t('report.rejectedRows')}</Title>
        {of.rejected > 0 && (
          <Button
            variant="default"
            onClick={() => void save()}
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          >
            {t('report.saveCsv')}
          </Button>
        )}
      </Group>
      {saved && <Saved saved={saved} />}
      {of.rejected === 0 ? <Text c="dimmed">{t('report.rejectedNone')}</Text> : <RejectedRows id={of.import} />}
    </Stack>
  );
}

function Saved({ saved }: { saved: Output<'ingest.rejectedCsv'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const file = fileName(saved.file);
  const Picture = host.exports === 'folder' ? IconFolder : IconDownload;
  return (
    <Alert color="teal" icon={<IconCircleCheck />} role="status">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{t('report.rejectedSaved', { file, rows: format.number(saved.rows) })}</Text>
        <Button
          size="xs"
          style={{ flexShrink: 0 }}
          onClick={() => host.showExport(file)}
          leftSection={<Picture size={15} aria-hidden />}
        >
          {t(host.exports === 'folder' ? 'report.show' : 'report.download')}
        </Button>
      </Group>
    </Alert>
  );
}
