import { Skeleton, Stack } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BackButton } from '../../../components/BackButton.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { Page } from '../../../components/Page.tsx';
import { useJob } from '../../../engine/use-job.ts';
import { DropFiles } from './DropFiles.tsx';
import { useExaminationStore } from './examination-store.ts';
import { requestOf, useImportFiles } from './import-files.ts';

// Loaded on demand: the plan appears after files are chosen, the summary after the import.
const Plan = lazy(async () => ({ default: (await import('./Plan.tsx')).Plan }));
const ImportSummary = lazy(async () => ({ default: (await import('./ImportSummary.tsx')).ImportSummary }));

/** Import wizard: choose files, review the plan, import, see the result. */
export function ImportWizard() {
  const { t } = useTranslation();
  const importFiles = useImportFiles();
  const examination = useExaminationStore();
  const job = useJob('ingest.run');
  const result = job.job?.state === 'done' && job.result;
  const imported = Boolean(result);
  const { finish, begin, files } = importFiles;
  const { clear, stop } = examination;
  useEffect(() => {
    if (imported) finish();
  }, [imported, finish]);
  const isEmpty = files.length === 0;
  useEffect(() => {
    if (isEmpty) clear();
  }, [isEmpty, clear]);
  const start = () => {
    stop();
    begin();
    void job.start(requestOf(importFiles));
  };
  return (
    <Page
      title={t('data.import.title')}
      description={t('data.import.description')}
      actions={<BackButton to="data" label={t('data.import.back')} />}
    >
      <Stack gap="lg">
        {importFiles.error !== null && <ErrorNotice error={importFiles.error} />}
        {job.error !== null && <ErrorNotice error={job.error} />}
        <JobStatus job={job.job} />
        <Suspense fallback={<Skeleton height={320} />}>
          {result ? (
            <ImportSummary result={result} onMore={job.dismiss} />
          ) : job.active ? null : isEmpty ? (
            <DropFiles uploadProgress={importFiles.uploadProgress} onChoose={importFiles.choose} />
          ) : (
            <Plan onStart={start} />
          )}
        </Suspense>
      </Stack>
    </Page>
  );
}
