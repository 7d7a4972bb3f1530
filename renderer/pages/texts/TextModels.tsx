import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../base/use-route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { NextStep } from '../../components/NextStep.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { RunDetail } from '../../runs/RunDetail.tsx';
import { RunList } from '../../runs/RunList.tsx';
import { isBehaviourRun, type Run } from '../../runs/run-facts.ts';
import { InterruptedJob } from '../../training/InterruptedJob.tsx';
import { openForm, SourceControl } from '../../training/SourceControl.tsx';
import { TrainAnother } from '../../training/TrainAnother.tsx';
import { TRAINING_JOBS, useInterruptedJob } from '../../training/use-interrupted-job.ts';
import { useTrainingJobs } from '../../training/use-training-jobs.ts';
import { LearnRatings } from './LearnRatings.tsx';
import { LiveTexts } from './LiveTexts.tsx';
import { RateText } from './RateText.tsx';
import { RatingVerdict } from './RatingVerdict.tsx';
import { StartTexts } from './StartTexts.tsx';

interface TextModelsProps {
  selectedId: string | null;
  formRequested: boolean;
  /** Run that the form begins with; null for fresh weights. */
  baseRun: string | null;
}

/** All models, the selected one of texts in detail, and running trainings. */
export function TextModels({ selectedId, formRequested, baseRun }: TextModelsProps) {
  const { t } = useTranslation();
  const { data, error, isFetching } = useCall('train.runs', {});
  const { behaviour, search, words, ratings, textJob, busy, error: jobError } = useTrainingJobs();
  const interrupted = useInterruptedJob(TRAINING_JOBS);
  const runs = data?.runs ?? [];
  const textRuns = runs.filter((run) => !isBehaviourRun(run));
  const run = textRuns.find(({ id }) => id === selectedId) ?? textRuns[0];
  const showForm = data !== undefined && !busy && (formRequested || (runs.length === 0 && !isFetching));
  const problem = error ?? jobError;
  if (selectedId !== null && data && !isFetching && run?.id !== selectedId) {
    return <NotFound name={selectedId} to="texts" label={t('terms.allRuns')} />;
  }
  return (
    <Page
      title={t('training.title')}
      description={t('training.description')}
      actions={
        runs.length > 0 && (
          <TrainAnother
            expanded={showForm}
            disabled={busy}
            onToggle={() => (formRequested ? navigate('texts') : openForm('texts'))}
          />
        )
      }
    >
      <NextStep currentPage="models" />
      {problem !== null && <ErrorNotice error={problem} />}
      {showForm && (
        <Stack gap="sm">
          <SourceControl source="texts" />
          <StartTexts
            key={baseRun}
            runs={textRuns}
            from={baseRun}
            onStart={async ({ learn, ...input }) => {
              await (learn === 'words' ? words.start(input) : ratings.start(input));
              navigate('texts');
            }}
          />
        </Stack>
      )}
      {interrupted.job && <InterruptedJob job={interrupted.job} onDismiss={interrupted.dismiss} />}
      {textJob && <LiveTexts job={textJob} />}
      {[behaviour, search].map(({ active, job }) => active && <JobStatus key={job?.id} job={job} />)}
      {!data && !error && <Skeleton height={240} />}
      {runs.length > 0 && (
        <Stack gap="lg">
          <RunList runs={runs} selected={run?.id ?? null} />
          {run && (
            <RunDetail key={run.id} run={run}>
              <Rating run={run} />
            </RunDetail>
          )}
        </Stack>
      )}
    </Page>
  );
}

/** How well a run rates texts, and the form that rates one; for a run that has learnt no ratings, how to learn them. */
function Rating({ run: { id, rating } }: { run: Run }) {
  if (!rating) return <LearnRatings run={id} />;
  return (
    <>
      <RatingVerdict rating={rating} />
      <RateText run={id} />
    </>
  );
}
