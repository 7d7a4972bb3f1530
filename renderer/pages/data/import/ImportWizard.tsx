import { Stack } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BackButton } from '../../../components/BackButton.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { Page } from '../../../components/Page.tsx';
import { useJob } from '../../../engine/use-job.ts';
import { DropFiles } from './DropFiles.tsx';
import { useExaminationStore } from './examination-store.ts';
import { Done } from './ImportSummary.tsx';
import { requestOf, useImportFiles } from './import-files.ts';
import { Plan } from './Plan.tsx';

/** From files to events: choose, look, import, see how it went. */
export function ImportWizard() {
  const { t } = useTranslation();
  const chosen = useImportFiles();
  const examination = useExaminationStore();
  const job = useJob('ingest.run');
  const done = job.job?.state === 'done' && job.result;
  const imported = Boolean(done);
  const clearFiles = chosen.clear;
  const clearExamination = examination.clear;
  useEffect(() => {
    if (!imported) return;
    clearFiles();
    clearExamination();
  }, [imported, clearFiles, clearExamination]);
  const start = () => {
    examination.stop();
    void job.start(requestOf(chosen));
  };
  return (
    <Page
      title={t('importing.title')}
      description={t('importing.description')}
      actions={<BackButton to="data" label={t('importing.back')} />}
    >
      <Stack gap="lg">
        {chosen.error !== null && <ErrorNotice error={chosen.error} />}
        {job.error !== null && <ErrorNotice error={job.error} />}
        <JobStatus job={job.job} />
        {done ? (
          <Done result={done} onMore={job.dismiss} />
        ) : job.active ? null : chosen.files.length === 0 ? (
          <DropFiles sent={chosen.sent} onChoose={chosen.choose} onDrop={chosen.drop} />
        ) : (
          <Plan onStart={start} />
        )}
      </Stack>
    </Page>
  );
}
