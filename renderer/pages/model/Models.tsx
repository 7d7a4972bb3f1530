import { Button, SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { IconPlus, IconSparkles, IconX } from '@tabler/icons-react';
import { useState } from 'react';
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
import { InterruptedJob } from '../../training/InterruptedJob.tsx';
import { TRAINING_JOBS, useInterruptedJob } from '../../training/use-interrupted-job.ts';
import { LiveTexts } from '../texts/LiveTexts.tsx';
import { StartTexts } from '../texts/StartTexts.tsx';
import { LiveTraining } from './live/LiveTraining.tsx';
import { SearchList } from './search/SearchList.tsx';
import { StartTraining } from './start/StartTraining.tsx';

interface ModelsProps {
  workspace: WorkspaceInfo;
  selectedId: string | null;
  /** Set to open the form for training on texts; `from` is the run to start from, or null. */
  texts?: { from: string | null } | undefined;
}

/** All models, the selected one in detail, and running trainings and evaluations. */
export function Models({ workspace, selectedId, texts }: ModelsProps) {
  const { t } = useTranslation();
  const { data, error, isFetching } = useCall('train.runs', {});
  const training = useJob('train.start');
  const evaluation = useJob('train.evaluate');
  const search = useJob('train.search');
  const textTraining = useJob('text.train');
  const ratingTraining = useJob('text.rate');
  const activeTextTraining = [textTraining, ratingTraining].find(({ active }) => active);
  const interrupted = useInterruptedJob(TRAINING_JOBS);
  const [formRequested, setFormRequested] = useState(texts !== undefined);
  const [source, setSource] = useState<'behaviour' | 'texts'>(texts ? 'texts' : 'behaviour');
  const busy = training.active || search.active || activeTextTraining !== undefined;
  const runs = data?.runs ?? [];
  const run = runs.find(({ id }) => id === selectedId) ?? runs[0];
  const showForm = data && !busy && (formRequested || (runs.length === 0 && !isFetching));
  const problem = error ?? training.error ?? search.error ?? textTraining.error ?? ratingTraining.error;
  const closeForm = () => {
    setFormRequested(false);
    navigate('model');
  };
  return (
    <Page
      title={t('training.title')}
      description={t('training.description')}
      actions={
        runs.length > 0 && (
          <>
            <Button
              component="a"
              href={hashOf('model', null, { new: 'predict' })}
              variant="default"
              leftSection={<IconSparkles size={16} aria-hidden />}
            >
              {t('predictions.predict')}
            </Button>
            <Button
              variant="default"
              disabled={busy}
              onClick={() => setFormRequested(!formRequested)}
              aria-expanded={showForm === true}
              leftSection={showForm ? <IconX size={16} aria-hidden /> : <IconPlus size={16} aria-hidden />}
            >
              {t(showForm ? 'training.closeForm' : 'training.another')}
            </Button>
          </>
        )
      }
    >
      <NextStep currentPage="model" />
      {problem !== null && <ErrorNotice error={problem} />}
      {showForm && (
        <Stack gap="sm">
          <SegmentedControl
            w="fit-content"
            aria-label={t('training.from')}
            value={source}
            onChange={(value) => setSource(value === 'texts' ? 'texts' : 'behaviour')}
            data={[
              { value: 'behaviour', label: t('training.behaviour') },
              { value: 'texts', label: t('training.texts') },
            ]}
          />
          {source === 'texts' ? (
            <StartTexts
              key={texts?.from}
              runs={runs}
              from={texts?.from ?? null}
              onStart={async ({ learn, ...input }) => {
                await (learn === 'words' ? textTraining.start(input) : ratingTraining.start(input));
                closeForm();
              }}
            />
          ) : (
            <StartTraining
              workspace={workspace}
              onStart={async (config, plan) => {
                await (plan ? search.start({ config, ...plan }) : training.start({ config }));
                closeForm();
              }}
            />
          )}
        </Stack>
      )}
      {interrupted.job && <InterruptedJob job={interrupted.job} onDismiss={interrupted.dismiss} />}
      {training.job && training.active && <LiveTraining job={training.job} />}
      {activeTextTraining?.job && <LiveTexts job={activeTextTraining.job} />}
      <JobStatus job={evaluation.job} />
      {!data && !error && <Skeleton height={240} />}
      <FinetuneStatus />
      <PredictionsTable />
      <SearchList />
      {runs.length > 0 && (
        <Stack gap="lg">
          <RunList runs={runs} selected={run?.id ?? null} />
          {run && <RunDetail key={run.id} run={run} />}
        </Stack>
      )}
    </Page>
  );
}
