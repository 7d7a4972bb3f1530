import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconDownload, IconFolder } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { host } from '../host/host.ts';

interface ExportNoticeProps {
  title: string;
  /** What was written, a row a user. */
  exported: { file: string; rows: number };
}

/** Where the file is, how many rows it has, and the way to it. */
export function ExportNotice({ title, exported }: ExportNoticeProps) {
  const { t } = useTranslation();
  const file = exported.file.split(/[\\/]/).at(-1) ?? exported.file;
  const Picture = host.exports === 'folder' ? IconFolder : IconDownload;
  return (
    <Alert color="teal" icon={<IconCircleCheck />} title={title} role="status">
      <Group justify="space-between">
        <Text size="sm">{t('segments.rowsWritten', { file, count: exported.rows })}</Text>
        <Button size="xs" onClick={() => host.showExport(file)} leftSection={<Picture size={15} aria-hidden />}>
          {t(host.exports === 'folder' ? 'segments.show' : 'segments.download')}
        </Button>
      </Group>
    </Alert>
  );
}
