import { Button, Divider, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { go } from '../../base/use-route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { DropFiles } from './import/DropFiles.tsx';
import { useImportFiles } from './import/import-files.ts';
import { useSample } from './use-sample.ts';

/** An open workspace without events: bring some in, or try the sample. */
export function EmptyData() {
  const { t } = useTranslation();
  const sample = useSample();
  const { files, sent, error, choose, drop } = useImportFiles();
  const chosen = files.length > 0;
  useEffect(() => {
    if (chosen) go('data', 'import');
  }, [chosen]);
  return (
    <Stack gap="lg" maw={760} w="100%" mx="auto" py="xl">
      <Stack gap={4} align="center">
        <Title order={2}>{t('data.emptyTitle')}</Title>
        <Text c="dimmed">{t('data.emptyText')}</Text>
      </Stack>
      {error !== null && <ErrorNotice error={error} />}
      <DropFiles sent={sent} onChoose={choose} onDrop={drop} />
      <Divider label={t('data.or')} />
      <Button variant="default" mx="auto" loading={sample.busy} onClick={() => sample.start(false)}>
        {t('data.trySample')}
      </Button>
    </Stack>
  );
}
