import { useTranslation } from 'react-i18next';
import { BackButton } from '../../components/BackButton.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { Redirect } from '../../components/Redirect.tsx';
import { useCall } from '../../engine/use-call.ts';
import { isBehaviourRun } from '../../runs/run-facts.ts';
import { InterruptedJob } from '../../training/InterruptedJob.tsx';
import { TrainingSkeleton } from '../../training/RequireEvents.tsx';
import { TRAINING_JOBS, useInterruptedJob } from '../../training/use-interrupted-job.ts';
import { useTrainingJobs } from '../../training/use-training-jobs.ts';
import { LiveTexts } from './LiveTexts.tsx';

/** The running or interrupted training on texts; without one, redirects to the newest text model. */
export function TextTrainings() {
  const { t } = useTranslation();
  const { textJob, error: jobError } = useTrainingJobs();
  const interrupted = useInterruptedJob(TRAINING_JOBS);
  const { data, error, isFetching } = useCall('train.runs', {});
  const newest = data?.runs.find((run) => !isBehaviourRun(run));
  const problem = error ?? jobError;
  if (!textJob && !interrupted.job && problem === null) {
    if (isFetching) return <TrainingSkeleton height={240} />;
    return newest ? <Redirect page="texts" id={newest.id} /> : <Redirect page="models" id={null} />;
  }
  return (
    <Page title={t('texts.title')} actions={<BackButton to="models" label={t('terms.allRuns')} />}>
      {problem !== null && <ErrorNotice error={problem} />}
      {interrupted.job && <InterruptedJob job={interrupted.job} onDismiss={interrupted.dismiss} />}
      {textJob && <LiveTexts job={textJob} />}
    </Page>
  );
}
