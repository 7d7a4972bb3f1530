import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconDownload, IconFolder } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { host } from '../host/host.ts';

interface ExportNoticeProps {
  title: string;
  /** The exported file and its number of rows, one per user. */
  exportResult: { file: string; rows: number };
}

/** Names the exported file and its number of rows, with a button to show or download it. */
export function ExportNotice({ title, exportResult }: ExportNoticeProps) {
  const { t } = useTranslation();
  const file = exportResult.file.split(/[\\/]/).at(-1) ?? exportResult.file;
  const Picture = host.exportTarget === 'folder' ? IconFolder : IconDownload;
  return (
    <Alert color="teal" icon={<IconCircleCheck />} title={title} role="status">
      <Group justify="space-between">
        <Text size="sm">{t('segments.rowsWritten', { file, count: exportResult.rows })}</Text>
        <Button size="xs" onClick={() => host.showExport(file)} leftSection={<Picture size={15} aria-hidden />}>
          {t(host.exportTarget === 'folder' ? 'terms.show' : 'terms.download')}
        </Button>
      </Group>
    </Alert>
  );
}
