import { Button, Skeleton, Stack } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { hashOf } from '../../base/route.ts';
import { navigate } from '../../base/use-route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { NextStep } from '../../components/NextStep.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { useJob } from '../../engine/use-job.ts';
import { FinetuneStatus } from '../../predictions/FinetuneStatus.tsx';
import { PredictionsTable } from '../../predictions/PredictionsTable.tsx';
import { RunDetail } from '../../runs/RunDetail.tsx';
import { RunList } from '../../runs/RunList.tsx';
import { isBehaviourRun } from '../../runs/run-facts.ts';
import { InterruptedJob } from '../../training/InterruptedJob.tsx';
import { openForm, SourceControl } from '../../training/SourceControl.tsx';
import { TrainAnother } from '../../training/TrainAnother.tsx';
import { TRAINING_JOBS, useInterruptedJob } from '../../training/use-interrupted-job.ts';
import { useTrainingJobs } from '../../training/use-training-jobs.ts';
import { LiveTraining } from './live/LiveTraining.tsx';
import { EvaluationPanel } from './run/EvaluationPanel.tsx';
import { ProfilesPanel } from './run/ProfilesPanel.tsx';
import { SearchList } from './search/SearchList.tsx';
import { StartTraining } from './start/StartTraining.tsx';

interface ModelsProps {
  workspace: WorkspaceInfo;
  selectedId: string | null;
  formRequested: boolean;
}

/** All models, the selected one in detail, and running trainings and evaluations. */
export function Models({ workspace, selectedId, formRequested }: ModelsProps) {
  const { t } = useTranslation();
  const { data, error, isFetching } = useCall('train.runs', {});
  const { behaviour, search, textJob, busy, error: jobError } = useTrainingJobs();
  const evaluation = useJob('train.evaluate');
  const interrupted = useInterruptedJob(TRAINING_JOBS);
  const runs = data?.runs ?? [];
  const behaviourRuns = runs.filter(isBehaviourRun);
  const run = behaviourRuns.find(({ id }) => id === selectedId) ?? behaviourRuns[0];
  const showForm = data !== undefined && !busy && (formRequested || (runs.length === 0 && !isFetching));
  const problem = error ?? jobError;
  return (
    <Page
      title={t('training.title')}
      description={t('training.description')}
      actions={
        runs.length > 0 && (
          <>
            <Button
              component="a"
              href={hashOf('predictions', 'new')}
              variant="default"
              leftSection={<IconSparkles size={16} aria-hidden />}
            >
              {t('predictions.predict')}
            </Button>
            <TrainAnother
              expanded={showForm}
              disabled={busy}
              onToggle={() => (formRequested ? navigate('models') : openForm('behaviour'))}
            />
          </>
        )
      }
    >
      <NextStep currentPage="models" />
      {problem !== null && <ErrorNotice error={problem} />}
      {showForm && (
        <Stack gap="sm">
          <SourceControl source="behaviour" />
          <StartTraining
            workspace={workspace}
            onStart={async (config, plan) => {
              await (plan ? search.start({ config, ...plan }) : behaviour.start({ config }));
              navigate('models');
            }}
          />
        </Stack>
      )}
      {interrupted.job && <InterruptedJob job={interrupted.job} onDismiss={interrupted.dismiss} />}
      {behaviour.job && behaviour.active && <LiveTraining job={behaviour.job} />}
      <JobStatus job={textJob} />
      <JobStatus job={evaluation.job} />
      {!data && !error && <Skeleton height={240} />}
      <FinetuneStatus />
      <PredictionsTable />
      <SearchList />
      {runs.length > 0 && (
        <Stack gap="lg">
          <RunList runs={runs} selected={run?.id ?? null} />
          {run && (
            <RunDetail key={run.id} run={run}>
              <EvaluationPanel run={run} />
              <ProfilesPanel run={run} />
            </RunDetail>
          )}
        </Stack>
      )}
    </Page>
  );
}
