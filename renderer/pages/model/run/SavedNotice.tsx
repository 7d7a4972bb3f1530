import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconDownload, IconFolder } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { host } from '../../../host/host.ts';

interface SavedNoticeProps {
  title: string;
  text: string;
  /** Name of what lies in the exports folder. */
  name: string;
}

/** What was written among the exports, and the way to it. */
export function SavedNotice({ title, text, name }: SavedNoticeProps) {
  const { t } = useTranslation();
  const folder = host.exports === 'folder';
  const Picture = folder ? IconFolder : IconDownload;
  return (
    <Alert color="teal" icon={<IconCircleCheck />} title={title} role="status">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{text}</Text>
        <Button
          size="xs"
          flex="none"
          onClick={() => host.showExport(name)}
          leftSection={<Picture size={15} aria-hidden />}
        >
          {t(folder ? 'texts.show' : 'texts.download')}
        </Button>
      </Group>
    </Alert>
  );
}

/** The last part of a path, of either kind of system. */
export const lastPart = (path: string) => path.split(/[\\/]/).at(-1) ?? path;
