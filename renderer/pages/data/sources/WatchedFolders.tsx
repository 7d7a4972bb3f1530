import { Alert, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconFolderPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../../../base/notify.tsx';
import { DataTable } from '../../../components/DataTable.tsx';
import { call, useCall } from '../../../engine/use-call.ts';
import { host } from '../../../host/host.ts';

/**
 * Folders from which new files are imported automatically; renders nothing if there are none and the host cannot choose
 * folders.
 */
export function WatchedFolders() {
  const { t } = useTranslation();
  const { data } = useCall('ingest.watched', {});
  const folders = data?.folders ?? [];
  const { chooseFolder } = host;
  if (folders.length === 0 && chooseFolder === null) return null;
  return (
    <Stack gap="sm" component="section" aria-label={t('data.sources.watch.title')}>
      <Group justify="space-between">
        <Title order={2}>{t('data.sources.watch.title')}</Title>
        {chooseFolder && (
          <Button
            variant="default"
            leftSection={<IconFolderPlus size={16} aria-hidden />}
            onClick={() => void watch(chooseFolder).catch(notifyError)}
          >
            {t('data.sources.watch.add')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t('data.sources.watch.text')}
      </Text>
      {folders.some(({ waiting }) => waiting) && (
        <Alert color="orange" icon={<IconAlertTriangle size={16} aria-hidden />}>
          {t('data.sources.watch.waitingText')}
        </Alert>
      )}
      {folders.length > 0 && (
        <DataTable
          label={t('data.sources.watch.title')}
          rows={folders}
          rowKey={({ folder }) => folder}
          pageSize={10}
          columns={[
            {
              key: 'folder',
              header: t('data.sources.watch.folder'),
              cell: ({ folder }) => (
                <Text inherit style={{ overflowWrap: 'anywhere' }}>
                  {folder}
                </Text>
              ),
              sort: ({ folder }) => folder,
            },
            {
              key: 'state',
              header: t('data.sources.watch.state'),
              width: 200,
              cell: ({ missing, waiting }) => (
                <Badge variant="light" color={missing || waiting ? 'orange' : 'teal'} tt="none">
                  {t(`data.sources.watch.${waiting ? 'waiting' : missing ? 'missing' : 'watching'}`)}
                </Badge>
              ),
            },
            {
              key: 'stop',
              header: t('data.sources.actions'),
              exported: () => null,
              numeric: true,
              width: 320,
              cell: ({ folder, waiting }) => (
                <Group gap="xs" justify="flex-end">
                  {waiting && (
                    <Button
                      size="compact-sm"
                      variant="light"
                      aria-label={t('data.sources.watch.resumeOf', { folder })}
                      onClick={() => void call('ingest.resumeWatch', { folder }).catch(notifyError)}
                    >
                      {t('data.sources.watch.resume')}
                    </Button>
                  )}
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t('data.sources.watch.stopOf', { folder })}
                    onClick={() => void call('ingest.unwatch', { folder }).catch(notifyError)}
                  >
                    {t('data.sources.watch.stop')}
                  </Button>
                </Group>
              ),
            },
          ]}
        />
      )}
    </Stack>
  );
}

async function watch(chooseFolder: () => Promise<string | null>): Promise<void> {
  const folder = await chooseFolder();
  if (folder !== null) await call('ingest.watch', { folder });
}
