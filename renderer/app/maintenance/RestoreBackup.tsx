import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../shared/contract/backups.ts';
import { useFormat } from '../../base/format.ts';
import { notifyDone } from '../../base/notify.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useAction } from '../../engine/use-action.ts';
import { restoreBackup } from '../../engine/use-workspace.ts';

interface RestoreBackupProps {
  backup: Backup;
  onClose: () => void;
}

/** Asks for confirmation, and restores a backup. */
export function RestoreBackup({ backup: { name, time }, onClose }: RestoreBackupProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { busy, error, start } = useAction(async () => {
    await restoreBackup(name);
    notifyDone(t('app.maintenance.restored'), format.dateTime(time));
    onClose();
  });
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Text size="sm">{t('app.maintenance.restoreText', { time: format.dateTime(time) })}</Text>
        {busy && (
          <div role="status">
            <Text size="sm">{t('app.maintenance.restoring')}</Text>
            <Progress value={100} animated mt={6} aria-label={t('app.maintenance.restoring')} />
          </div>
        )}
        {error !== null && <ErrorNotice error={error} />}
        <Group justify="flex-end">
          <Button variant="default" disabled={busy} onClick={onClose} data-autofocus>
            {t('terms.cancel')}
          </Button>
          <Button loading={busy} onClick={() => void start()}>
            {t('app.maintenance.confirmRestore')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
