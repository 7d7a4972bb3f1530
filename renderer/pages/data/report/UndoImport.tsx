import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '../../../../shared/contract/import-records.ts';
import { baseName } from '../../../base/base-name.ts';
import { useFormat } from '../../../base/format.ts';
import { notifyDone } from '../../../base/notify.tsx';
import { navigate } from '../../../base/use-route.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { useJob } from '../../../engine/use-job.ts';

interface UndoImportProps {
  record: ImportRecord;
  /** Imports after this one, which depend on it and are undone with it. */
  laterImports: readonly ImportRecord[];
}

/** Button that undoes an import after a confirmation that lists what is removed. */
export function UndoImport({ record, laterImports }: UndoImportProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [opened, { open, close }] = useDisclosure(false);
  const { job, active, result, error, start } = useJob('ingest.undo');
  useEffect(() => {
    if (!result) return;
    const { events, users, items, restored } = result;
    const [removedEvents, removedUsers, removedItems, restoredEvents] = [events, users, items, restored].map((count) =>
      format.number(count),
    );
    notifyDone(
      t('data.report.undo.done'),
      t('data.report.undo.doneText', {
        events: removedEvents,
        users: removedUsers,
        items: removedItems,
        restored: restoredEvents,
      }),
    );
    navigate('data');
  }, [result, t, format]);
  return (
    <>
      <Button variant="default" onClick={open} leftSection={<IconArrowBackUp size={16} aria-hidden />}>
        {t('data.report.undo.open')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        size="lg"
        title={t('data.report.undo.title', { file: baseName(record.file) })}
        closeButtonProps={{ 'aria-label': t('terms.close') }}
      >
        <Stack>
          <UndoEffects record={record} laterImports={laterImports} />
          {error !== null && <ErrorNotice error={error} />}
          <JobStatus job={job} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {t('terms.cancel')}
            </Button>
            <Button
              color="red.9"
              loading={active}
              onClick={() => void start({ import: record.import, andLater: laterImports.length > 0 })}
            >
              {laterImports.length === 0
                ? t('data.report.undo.confirm')
                : t('data.report.undo.confirmAll', { count: laterImports.length + 1 })}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

function UndoEffects({ record, laterImports }: UndoImportProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const sum = (key: 'events' | 'metadataRows' | 'replaced') =>
    laterImports.reduce((total, laterImport) => total + laterImport[key], record[key]);
  const [events, metadataRows, replaced] = [sum('events'), sum('metadataRows'), sum('replaced')];
  return (
    <Stack gap="xs">
      {laterImports.length > 0 && (
        <>
          <Text>{t('data.report.undo.later', { count: laterImports.length })}</Text>
          <List size="sm">
            {laterImports.map((laterImport) => (
              <List.Item key={laterImport.import}>
                {baseName(laterImport.file)}{' '}
                <Text span inherit c="dimmed">
                  {format.dateTime(laterImport.imported)}
                </Text>
              </List.Item>
            ))}
          </List>
        </>
      )}
      <Text>{t('data.report.undo.goes')}</Text>
      <List size="sm" spacing={4}>
        {events > 0 && <List.Item>{t('data.report.undo.events', { count: events })}</List.Item>}
        {metadataRows > 0 && <List.Item>{t('data.report.undo.metadataRows', { count: metadataRows })}</List.Item>}
        {replaced > 0 && <List.Item>{t('data.report.undo.restored', { count: replaced })}</List.Item>}
        <List.Item>{t('data.report.undo.derived')}</List.Item>
        <List.Item>{t('data.report.undo.models')}</List.Item>
        <List.Item>{t('data.report.undo.files')}</List.Item>
      </List>
    </Stack>
  );
}
