import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { navigate } from '../../base/use-route.ts';
import { BackButton } from '../../components/BackButton.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { NextStep } from '../../components/NextStep.tsx';
import { Page } from '../../components/Page.tsx';
import { TrainingKinds } from '../../training/TrainingKinds.tsx';
import { useTrainingJobs } from '../../training/use-training-jobs.ts';
import { StartTraining } from './start/StartTraining.tsx';

interface NewModelProps {
  workspace: WorkspaceInfo;
  /** Whether the form searches for good settings instead of training one model. */
  searching: boolean;
}

/** Page with the form that trains a model on behaviour, or searches for its settings. */
export function NewModel({ workspace, searching }: NewModelProps) {
  const { t } = useTranslation();
  const { behaviour, search, activeJob, error } = useTrainingJobs();
  return (
    <Page title={t('training.new')} actions={<BackButton to="models" label={t('terms.allRuns')} />}>
      <NextStep currentPage="models" formShown />
      {error !== null && <ErrorNotice error={error} />}
      <TrainingKinds kind={searching ? 'search' : 'behaviour'} />
      <JobStatus job={activeJob} />
      <StartTraining
        key={String(searching)}
        workspace={workspace}
        searching={searching}
        disabled={activeJob !== undefined}
        onStart={async (config, plan) => {
          await (plan ? search.start({ config, ...plan }) : behaviour.start({ config }));
          navigate('models');
        }}
      />
    </Page>
  );
}
