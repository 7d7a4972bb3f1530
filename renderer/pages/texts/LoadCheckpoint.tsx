import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { notifyDone } from '../../base/notify.tsx';
import { navigate } from '../../base/use-route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useAction } from '../../engine/use-action.ts';
import { engine } from '../../engine/use-call.ts';
import { host } from '../../host/host.ts';

/** Loads a checkpoint: from a folder if the host can choose one, else from its files. */
export function LoadCheckpoint() {
  const { t } = useTranslation();
  const format = useFormat();
  const [uploadProgress, setUploadProgress] = useState<number | null>(null);
  const { chooseFolder } = host;
  const loading = useAction(async (files: readonly string[]) => {
    const { run, layers, width, pieces } = await engine().run('model.load', { files: [...files] });
    notifyDone(t('texts.loaded'), t('texts.loadedText', { run, layers, width, pieces: format.number(pieces) }));
    navigate('texts', run);
  });
  const choosing = useAction(async () => {
    loading.reset();
    const files = chooseFolder
      ? [await chooseFolder()].filter((folder) => folder !== null)
      : await host.chooseFiles(setUploadProgress).finally(() => setUploadProgress(null));
    if (files.length > 0) await loading.start(files);
  });
  const uploading = uploadProgress !== null;
  const error = choosing.error ?? loading.error;
  return (
    <Stack gap="sm" component="section" aria-label={t('texts.loadTitle')}>
      <div>
        <Text size="sm" fw={500}>
          {t('texts.loadTitle')}
        </Text>
        <Text size="sm" c="dimmed">
          {t(chooseFolder ? 'texts.loadFolder' : 'texts.loadText')}
        </Text>
      </div>
      <Group>
        <Button onClick={() => void choosing.start()} loading={loading.busy || uploading}>
          {t(chooseFolder ? 'texts.chooseFolder' : 'texts.choose')}
        </Button>
        {(loading.busy || uploading) && (
          <Stack gap={4} w={320} role="status">
            <Text size="sm">{t(loading.busy ? 'texts.loading' : 'texts.sending')}</Text>
            <Progress
              value={uploading ? 100 * uploadProgress : 100}
              animated={loading.busy}
              aria-label={t(loading.busy ? 'texts.loading' : 'texts.sending')}
            />
          </Stack>
        )}
      </Group>
      {error !== null && <ErrorNotice error={error} />}
    </Stack>
  );
}
