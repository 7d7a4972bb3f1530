import { Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../base/use-route.ts';
import { BackButton } from '../../components/BackButton.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { isBehaviourRun } from '../../runs/run-facts.ts';
import { TrainingKinds } from '../../training/TrainingKinds.tsx';
import { useTrainingJobs } from '../../training/use-training-jobs.ts';
import { LoadCheckpoint } from './LoadCheckpoint.tsx';
import { StartTexts } from './StartTexts.tsx';

interface NewTextModelProps {
  /** Whether to import a checkpoint instead of training on texts. */
  checkpoint: boolean;
  /** Run that the form begins with; null for fresh weights. */
  baseRun: string | null;
}

/** Page with the form that trains a model on texts, or imports one. */
export function NewTextModel({ checkpoint, baseRun }: NewTextModelProps) {
  const { t } = useTranslation();
  const { data, error } = useCall('train.runs', {});
  const { words, ratings, activeJob, error: jobError } = useTrainingJobs();
  const problem = error ?? jobError;
  return (
    <Page title={t('training.new')} actions={<BackButton to="models" label={t('terms.allRuns')} />}>
      {problem !== null && <ErrorNotice error={problem} />}
      <TrainingKinds kind={checkpoint ? 'checkpoint' : 'texts'} />
      {checkpoint ? (
        <Paper withBorder p="lg">
          <LoadCheckpoint />
        </Paper>
      ) : (
        <>
          <JobStatus job={activeJob} />
          {data && (
            <StartTexts
              key={baseRun}
              runs={data.runs.filter((run) => !isBehaviourRun(run))}
              from={baseRun}
              disabled={activeJob !== undefined}
              onStart={async ({ learn, ...input }) => {
                await (learn === 'words' ? words.start(input) : ratings.start(input));
                navigate('texts');
              }}
            />
          )}
        </>
      )}
    </Page>
  );
}
