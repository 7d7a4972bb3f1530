import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconDownload, IconFolder } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../base/notify.tsx';
import { host } from '../host/host.ts';

interface ExportNoticeProps {
  title?: string;
  text: string;
  /** Name of the file or folder in the exports folder. */
  name: string;
}

/** Notice of a finished export, with a button to show or download it. */
export function ExportNotice({ title, text, name }: ExportNoticeProps) {
  const { t } = useTranslation();
  const folder = host.exportTarget === 'folder';
  const ExportIcon = folder ? IconFolder : IconDownload;
  return (
    <Alert color="teal" icon={<IconCircleCheck />} title={title} role="status">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{text}</Text>
        <Button
          size="xs"
          flex="none"
          onClick={() => void host.showExport(name).catch(notifyError)}
          leftSection={<ExportIcon size={15} aria-hidden />}
        >
          {t(folder ? 'terms.show' : 'terms.download')}
        </Button>
      </Group>
    </Alert>
  );
}
