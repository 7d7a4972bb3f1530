import { Button, Group, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserScan } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { NewWorkspace } from '../../components/NewWorkspace.tsx';
import { OpenFolder } from '../../components/OpenFolder.tsx';
import { WorkspaceList } from '../../components/WorkspaceList.tsx';
import { useImportFiles } from './import/import-files.ts';
import { useSample } from './use-sample.ts';

/**
 * Shown while no workspace is open: offers to create one, open a recent one, or try the sample. Asks for a new one when
 * files are dropped.
 */
export function Welcome() {
  const { t } = useTranslation();
  const [creating, { open, close }] = useDisclosure(false);
  const sample = useSample();
  const hasFiles = useImportFiles(({ files }) => files.length > 0);
  useEffect(() => {
    if (hasFiles) open();
  }, [hasFiles, open]);
  return (
    <>
      <EmptyState icon={IconUserScan} order={1} title={t('data.welcomeTitle')} text={t('data.welcomeText')}>
        <Group justify="center">
          <Button size="md" onClick={open}>
            {t('terms.newWorkspace')}
          </Button>
          <Button size="md" variant="default" loading={sample.busy} onClick={() => sample.start(true)}>
            {t('data.trySample')}
          </Button>
        </Group>
      </EmptyState>
      <Recent />
      <NewWorkspace opened={creating} onClose={close} />
    </>
  );
}

function Recent() {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" maw={720} w="100%" mx="auto" px="md" pb="xl">
      <Title order={2}>{t('data.recent')}</Title>
      <WorkspaceList />
      <OpenFolder />
    </Stack>
  );
}
