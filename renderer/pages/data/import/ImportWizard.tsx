import { Button, Group, Stack } from '@mantine/core';
import { IconArrowLeft, IconPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { hashOf } from '../../../app/route.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { Page } from '../../../components/Page.tsx';
import { useJob } from '../../../engine/use-job.ts';
import { DropFiles } from './DropFiles.tsx';
import { FileCard } from './FileCard.tsx';
import { useImportFiles } from './import-files.ts';
import { Report } from './Report.tsx';
import { useReady } from './use-ready.ts';

/** From files to events: choose, look, import, see how it went. */
export function ImportWizard() {
  const { t } = useTranslation();
  const chosen = useImportFiles();
  const job = useJob('ingest.run');
  const ready = useReady(chosen.files);
  const done = job.job?.state === 'done' && job.result;
  const imported = Boolean(done);
  const { clear } = chosen;
  useEffect(() => {
    if (imported) clear();
  }, [imported, clear]);
  return (
    <Page
      title={t('importing.title')}
      description={t('importing.description')}
      actions={
        <Button
          component="a"
          href={hashOf('data')}
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
          {t('importing.back')}
        </Button>
      }
    >
      {chosen.error !== null && <ErrorNotice error={chosen.error} />}
      {job.error !== null && <ErrorNotice error={job.error} />}
      <JobStatus job={job.job} />
      {done ? (
        <Report result={done} />
      ) : job.active ? null : chosen.files.length === 0 ? (
        <DropFiles sent={chosen.sent} onChoose={chosen.choose} onDrop={chosen.drop} />
      ) : (
        <Stack gap="lg">
          {chosen.files.map((file) => (
            <FileCard key={file.file} file={file} onChange={chosen.change} onRemove={() => chosen.remove(file.file)} />
          ))}
          <Group justify="space-between">
            <Button
              variant="default"
              loading={chosen.sent !== null}
              onClick={chosen.choose}
              leftSection={<IconPlus size={16} aria-hidden />}
            >
              {t('importing.addFiles')}
            </Button>
            <Button size="md" disabled={!ready} onClick={() => job.start({ files: [...chosen.files] })}>
              {t('importing.start', { count: chosen.files.length })}
            </Button>
          </Group>
        </Stack>
      )}
    </Page>
  );
}
