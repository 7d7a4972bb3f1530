import { Button, Group, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFolder, IconUserScan } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { notifyError } from '../../base/notify.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { NewWorkspace } from '../../components/NewWorkspace.tsx';
import { useCall } from '../../engine/use-call.ts';
import { openWorkspace } from '../../engine/use-workspace.ts';
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
  const format = useFormat();
  const workspaces = useCall('workspace.list', {}).data?.workspaces ?? [];
  if (workspaces.length === 0) return null;
  return (
    <Stack gap="xs" maw={560} w="100%" mx="auto">
      <Title order={2}>{t('data.recent')}</Title>
      {workspaces.slice(0, 8).map(({ name, path, used }) => (
        <UnstyledButton key={path} onClick={() => openWorkspace(path).catch(notifyError)}>
          <Paper withBorder p="sm">
            <Group wrap="nowrap">
              <IconFolder size={22} stroke={1.5} aria-hidden />
              <Stack gap={0} miw={0}>
                <Text fw={600} truncate>
                  {name}
                </Text>
                <Text size="sm" c="dimmed">
                  {t('data.lastUsed', { when: format.dateTime(used) })}
                </Text>
              </Stack>
            </Group>
          </Paper>
        </UnstyledButton>
      ))}
    </Stack>
  );
}
