import { Button, Divider, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../base/use-route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { DropFiles } from './import/DropFiles.tsx';
import { useImportFiles } from './import/import-files.ts';
import { useSample } from './use-sample.ts';

/** Page of an open workspace without events: offers to import files or the sample. */
export function EmptyData() {
  const { t } = useTranslation();
  const sample = useSample();
  const { files, uploadProgress, error, choose } = useImportFiles();
  const hasFiles = files.length > 0;
  useEffect(() => {
    if (hasFiles) navigate('data', 'import');
  }, [hasFiles]);
  return (
    <Stack gap="lg" maw={760} w="100%" mx="auto" py="xl">
      <Stack gap={4} align="center">
        <Title order={2}>{t('terms.noDataTitle')}</Title>
        <Text c="dimmed">{t('data.emptyText')}</Text>
      </Stack>
      {error !== null && <ErrorNotice error={error} />}
      <DropFiles uploadProgress={uploadProgress} onChoose={choose} />
      <Divider label={t('data.or')} />
      <Button variant="default" mx="auto" loading={sample.busy} onClick={() => sample.start(false)}>
        {t('data.trySample')}
      </Button>
    </Stack>
  );
}
