import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '../../../../shared/contract/ingest.ts';
import { useFormat } from '../../../base/format.ts';
import { notifyDone } from '../../../base/notify.tsx';
import { go } from '../../../base/use-route.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { useJob } from '../../../engine/use-job.ts';
import { fileName } from '../import/import-files.ts';

interface UndoImportProps {
  record: ImportRecord;
  /** Imports that came after it: they rest on it and go with it. */
  later: readonly ImportRecord[];
}

/** Takes an import back, after saying what goes with it. */
export function UndoImport({ record, later }: UndoImportProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [opened, { open, close }] = useDisclosure(false);
  const { job, active, result, error, start } = useJob('ingest.undo');
  useEffect(() => {
    if (!result) return;
    const { events, users, items, restored } = result;
    const [gone, goneUsers, goneItems, back] = [events, users, items, restored].map((count) => format.number(count));
    notifyDone(
      t('undo.done'),
      t('undo.doneText', { events: gone, users: goneUsers, items: goneItems, restored: back }),
    );
    go('data');
  }, [result, t, format]);
  return (
    <>
      <Button variant="default" onClick={open} leftSection={<IconArrowBackUp size={16} aria-hidden />}>
        {t('undo.open')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        size="lg"
        title={t('undo.title', { file: fileName(record.file) })}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <Stack>
          <WhatGoes record={record} later={later} />
          {error !== null && <ErrorNotice error={error} />}
          <JobStatus job={job} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {t('app.cancel')}
            </Button>
            <Button
              color="red.9"
              loading={active}
              onClick={() => void start({ import: record.import, andLater: later.length > 0 })}
            >
              {later.length === 0 ? t('undo.confirm') : t('undo.confirmAll', { count: later.length + 1 })}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

function WhatGoes({ record, later }: UndoImportProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const sum = (key: 'events' | 'described' | 'replaced') => later.reduce((all, one) => all + one[key], record[key]);
  const [events, described, replaced] = [sum('events'), sum('described'), sum('replaced')];
  return (
    <Stack gap="xs">
      {later.length > 0 && (
        <>
          <Text>{t('undo.later', { count: later.length })}</Text>
          <List size="sm">
            {later.map((one) => (
              <List.Item key={one.import}>
                {fileName(one.file)}{' '}
                <Text span inherit c="dimmed">
                  {format.moment(one.imported)}
                </Text>
              </List.Item>
            ))}
          </List>
        </>
      )}
      <Text>{t('undo.goes')}</Text>
      <List size="sm" spacing={4}>
        {events > 0 && <List.Item>{t('undo.events', { count: events })}</List.Item>}
        {described > 0 && <List.Item>{t('undo.described', { count: described })}</List.Item>}
        {replaced > 0 && <List.Item>{t('undo.restored', { count: replaced })}</List.Item>}
        <List.Item>{t('undo.derived')}</List.Item>
        <List.Item>{t('undo.models')}</List.Item>
        <List.Item>{t('undo.files')}</List.Item>
      </List>
    </Stack>
  );
}
