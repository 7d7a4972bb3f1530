import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../../../base/message-of.ts';
import { notifyError } from '../../../base/notify.tsx';
import { DataTable } from '../../../components/DataTable.tsx';
import { announceDeletion } from '../../../engine/announce-deletion.ts';
import { call, useCall } from '../../../engine/use-call.ts';
import { refreshPresets } from './refresh-presets.ts';

/** Presets that the user saved; renders nothing if there are none. */
export function SavedPresets() {
  const { t } = useTranslation();
  const { data } = useCall('ingest.presets', {});
  const savedPresets = data?.presets.filter((preset) => preset.saved) ?? [];
  const brokenFiles = data?.broken ?? [];
  if (savedPresets.length === 0 && brokenFiles.length === 0) return null;
  const remove = async (name: string, title: string) => {
    const redo = () => call('ingest.removePreset', { name }).then(refreshPresets);
    const undo = () => call('ingest.restorePreset', { name }).then(refreshPresets);
    await redo();
    announceDeletion(t('data.sources.presets.removed'), title, { undo, redo });
  };
  return (
    <Stack gap="sm" component="section" aria-label={t('data.sources.presets.title')}>
      <Title order={2}>{t('data.sources.presets.title')}</Title>
      <Text size="sm" c="dimmed">
        {t('data.sources.presets.text')}
      </Text>
      {brokenFiles.map(({ file, error }) => (
        <Alert
          key={file}
          color="orange"
          icon={<IconAlertTriangle />}
          title={t('data.sources.presets.broken', { file })}
        >
          {messageOf(error, t).message}
        </Alert>
      ))}
      {savedPresets.length > 0 && (
        <DataTable
          label={t('data.sources.presets.title')}
          rows={savedPresets}
          rowKey={({ name }) => name}
          pageSize={10}
          columns={[
            { key: 'title', header: t('data.presetName'), cell: ({ title }) => title, sort: ({ title }) => title },
            {
              key: 'remove',
              header: t('data.sources.actions'),
              exported: () => null,
              numeric: true,
              width: 140,
              cell: ({ name, title }) => (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('data.sources.presets.removeOf', { title })}
                  onClick={() => void remove(name, title).catch(notifyError)}
                >
                  {t('data.sources.presets.remove')}
                </Button>
              ),
            },
          ]}
        />
      )}
    </Stack>
  );
}
