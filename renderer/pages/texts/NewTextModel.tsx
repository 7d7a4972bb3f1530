import { Paper, Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
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

// Loaded when they are shown, because only one of them is.
const LoadCheckpoint = lazy(async () => ({ default: (await import('./LoadCheckpoint.tsx')).LoadCheckpoint }));
const StartTexts = lazy(async () => ({ default: (await import('./StartTexts.tsx')).StartTexts }));

interface NewTextModelProps {
  /** Whether to import a checkpoint instead of training on texts. */
  checkpoint: boolean;
  /** Run from which the form starts; null for random weights. */
  baseRun: string | null;
}

/** Page with the form that trains a text model, or imports a checkpoint. */
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
          <Suspense fallback={<Skeleton height={160} />}>
            <LoadCheckpoint />
          </Suspense>
        </Paper>
      ) : (
        <>
          <JobStatus job={activeJob} />
          {data && (
            <Suspense fallback={<Skeleton height={480} />}>
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
            </Suspense>
          )}
        </>
      )}
    </Page>
  );
}
