import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hashOf } from '../../base/route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { NextStep } from '../../components/NextStep.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { useJob } from '../../engine/use-job.ts';
import { RunList } from '../../runs/RunList.tsx';
import { InterruptedJob } from '../../training/InterruptedJob.tsx';
import { TRAINING_JOBS, useInterruptedJob } from '../../training/use-interrupted-job.ts';
import { useTrainingJobs } from '../../training/use-training-jobs.ts';
import { LiveTraining } from './live/LiveTraining.tsx';
import { TrainedRun } from './live/TrainedRun.tsx';
import { SearchList } from './search/SearchList.tsx';

/** List of all runs and searches, with the trainings and evaluations that are running. */
export function Models() {
  const { t } = useTranslation();
  const { data, error } = useCall('train.runs', {});
  const { behaviour, textJob, error: jobError } = useTrainingJobs();
  const evaluation = useJob('train.evaluate');
  const profiles = useJob('profile.compute');
  const interrupted = useInterruptedJob(TRAINING_JOBS);
  const problem = error ?? jobError;
  return (
    <Page
      title={t('training.title')}
      description={t('training.description')}
      actions={
        <Button
          component="a"
          href={hashOf('models', null, { new: 'behaviour' })}
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {t('training.new')}
        </Button>
      }
    >
      <NextStep currentPage="models" />
      {problem !== null && <ErrorNotice error={problem} />}
      {interrupted.job && <InterruptedJob job={interrupted.job} onDismiss={interrupted.dismiss} />}
      {behaviour.job && behaviour.active && <LiveTraining job={behaviour.job} />}
      {behaviour.result && <TrainedRun run={behaviour.result.run} onDismiss={behaviour.dismiss} />}
      {[textJob, evaluation.job, profiles.job].map((job) => job && <JobStatus key={job.kind} job={job} />)}
      <SearchList />
      {data ? <RunList runs={data.runs} selected={null} /> : error === null && <Skeleton height={240} />}
    </Page>
  );
}
