import { useTranslation } from 'react-i18next';
import { JobState } from '../../../shared/contract/jobs.ts';
import { ComputeValue } from '../../components/ComputeValue.tsx';
import { CopyDiagnostics } from '../../components/CopyDiagnostics.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ExportNotice } from '../../components/ExportNotice.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { JobStateBadge } from '../../components/JobStateBadge.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { UsersExportNotice } from '../../components/UsersExportNotice.tsx';
import { Row, State } from '../State.tsx';
import { diskFull, fault } from '../samples/errors.ts';
import { failedJob, queuedJob, runningJob } from '../samples/jobs.ts';

export const notices = {
  ErrorNotice: () => (
    <>
      <ErrorNotice error={diskFull} onRetry={() => {}} />
      <ErrorNotice error={fault} />
    </>
  ),
  CopyDiagnostics: () => (
    <Row>
      <CopyDiagnostics />
    </Row>
  ),
  ExportNotice: () => {
    const { t } = useTranslation();
    return (
      <ExportNotice
        title={t('runs.recordSaved')}
        text={t('runs.recordHas', { file: 'run-1.json' })}
        name="run-1.json"
      />
    );
  },
  UsersExportNotice: () => {
    const { t } = useTranslation();
    return <UsersExportNotice title={t('segments.exported')} exported={{ file: '/exports/loyal.csv', rows: 1840 }} />;
  },
  JobStateBadge: () => (
    <Row>
      {JobState.options.map((state) => (
        <JobStateBadge key={state} state={state} />
      ))}
    </Row>
  ),
  JobProgress: () => (
    <>
      <State name="queued">
        <JobProgress job={queuedJob} onCancel={() => {}} />
      </State>
      <State name="busy">
        <JobProgress job={runningJob} onCancel={() => {}} />
      </State>
    </>
  ),
  ComputeValue: () => {
    const { t } = useTranslation();
    return <ComputeValue text={t('customers.forecast.none.notComputed')} />;
  },
  JobStatus: () => (
    <>
      <State name="busy">
        <JobStatus job={runningJob} />
      </State>
      <State name="error">
        <JobStatus job={failedJob} />
      </State>
    </>
  ),
};
