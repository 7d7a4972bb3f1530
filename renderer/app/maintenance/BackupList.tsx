import { Button, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackupSchedule } from '../../../shared/contract/backups.ts';
import { BACKUP_LIMITS } from '../../../shared/domain/backup-limits.ts';
import { useFormat } from '../../base/format.ts';
import { notifyError } from '../../base/notify.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { TableExport } from '../../components/TableExport.tsx';
import { perform } from '../../engine/undo-stack.ts';
import { call, useCall } from '../../engine/use-call.ts';
import { useJob } from '../../engine/use-job.ts';
import { RestoreBackup } from './RestoreBackup.tsx';

/** The backups of the workspace, each with a restore button, and the backup schedule. */
export function BackupList() {
  const { t } = useTranslation();
  const format = useFormat();
  const backups = useCall('workspace.backups', {}).data?.backups ?? [];
  const schedule = useCall('workspace.backupSchedule', {}).data?.schedule ?? 'off';
  const backup = useJob('workspace.backUp');
  const [selected, setSelected] = useState<string | null>(null);
  const selectedBackup = backups.find(({ name }) => name === selected);
  const error = backup.error ?? backup.job?.error ?? null;
  const changeSchedule = (chosen: BackupSchedule) => {
    const set = (value: BackupSchedule) => call('workspace.setBackupSchedule', { schedule: value });
    const label = `${t('app.maintenance.schedule')}: ${t(`app.maintenance.schedules.${chosen}`)}`;
    return perform({ label, redo: () => set(chosen), undo: () => set(schedule) });
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={3} size="h5">
          {t('app.maintenance.backups')}
        </Title>
        {backups.length > 0 && (
          <TableExport
            label={t('app.maintenance.backups')}
            header={(['time', 'reason', 'bytes'] as const).map((name) => t(`app.maintenance.columns.${name}`))}
            rows={() =>
              backups.map(({ time, reason, bytes }) => [
                format.dateTime(time),
                t(`app.maintenance.reasons.${reason}`),
                bytes,
              ])
            }
          />
        )}
      </Group>
      <Text size="sm">
        {t('app.maintenance.backupsHelp', { limit: BACKUP_LIMITS.count, factor: BACKUP_LIMITS.workspaceSizes })}
      </Text>
      {backups.length > 0 && (
        <Table aria-label={t('app.maintenance.backups')}>
          <Table.Tbody>
            {backups.map(({ name, time, reason, bytes }) => (
              <Table.Tr key={name}>
                <Table.Td>{format.dateTime(time)}</Table.Td>
                <Table.Td>{t(`app.maintenance.reasons.${reason}`)}</Table.Td>
                <Table.Td>{format.bytes(bytes)}</Table.Td>
                <Table.Td ta="end">
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t('app.maintenance.restoreFrom', { time: format.dateTime(time) })}
                    onClick={() => setSelected(name)}
                  >
                    {t('app.maintenance.restore')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {selectedBackup && <RestoreBackup backup={selectedBackup} onClose={() => setSelected(null)} />}
      {error !== null && <ErrorNotice error={error} />}
      <Group justify="space-between" align="flex-end">
        <Select
          label={t('app.maintenance.schedule')}
          data={BackupSchedule.options.map((value) => ({ value, label: t(`app.maintenance.schedules.${value}`) }))}
          value={schedule}
          allowDeselect={false}
          onChange={(value) => void changeSchedule(BackupSchedule.parse(value)).catch(notifyError)}
        />
        <Button variant="default" loading={backup.active} onClick={() => void backup.start({})}>
          {t('app.maintenance.backUp')}
        </Button>
      </Group>
    </Stack>
  );
}
