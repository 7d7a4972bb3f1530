import { Button, SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { IconPlus, IconSparkles, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { hashOf } from '../../base/route.ts';
import { go } from '../../base/use-route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { NextStep } from '../../components/NextStep.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { useJob } from '../../engine/use-job.ts';
import { FinetuneStatus } from '../predictions/FinetuneStatus.tsx';
import { HeadsTable } from '../predictions/PredictionsTable.tsx';
import { LiveTexts } from '../texts/LiveTexts.tsx';
import { StartTexts } from '../texts/StartTexts.tsx';
import { Interrupted } from './live/InterruptedJob.tsx';
import { LiveTraining } from './live/LiveTraining.tsx';
import { TRAININGS, useInterrupted } from './live/use-interrupted-job.ts';
import { RunDetail } from './run/RunDetail.tsx';
import { RunList } from './runs/RunList.tsx';
import { SearchList } from './search/SearchList.tsx';
import { StartTraining } from './start/StartTraining.tsx';

interface ModelsProps {
  workspace: WorkspaceInfo;
  chosen: string | null;
  /** Set where a training on texts is asked for: with the run that it shall begin with, or null. */
  texts?: { from: string | null } | undefined;
}

/** All models, one of them in full, and what is being trained or judged now. */
export function Models({ workspace, chosen, texts }: ModelsProps) {
  const { t } = useTranslation();
  const { data, error } = useCall('train.runs', {});
  const training = useJob('train.start');
  const judging = useJob('train.evaluate');
  const search = useJob('train.search');
  const words = useJob('text.train');
  const ratings = useJob('text.rate');
  const onTexts = [words, ratings].find(({ active }) => active);
  const stopped = useInterrupted(TRAININGS);
  const [asked, setAsked] = useState(texts !== undefined);
  const [source, setSource] = useState<'behaviour' | 'texts'>(texts ? 'texts' : 'behaviour');
  const busy = training.active || search.active || onTexts !== undefined;
  const runs = data?.runs ?? [];
  const run = runs.find(({ id }) => id === chosen) ?? runs[0];
  const form = data && !busy && (asked || runs.length === 0);
  const problem = error ?? training.error ?? search.error ?? words.error ?? ratings.error;
  const begun = () => {
    setAsked(false);
    go('model');
  };
  return (
    <Page
      title={t('model.title')}
      description={t('model.description')}
      actions={
        runs.length > 0 && (
          <>
            <Button
              component="a"
              href={hashOf('model', null, { new: 'predict' })}
              variant="default"
              leftSection={<IconSparkles size={16} aria-hidden />}
            >
              {t('predict.button')}
            </Button>
            <Button
              variant="default"
              disabled={busy}
              onClick={() => setAsked(!asked)}
              aria-expanded={form === true}
              leftSection={form ? <IconX size={16} aria-hidden /> : <IconPlus size={16} aria-hidden />}
            >
              {t(form ? 'training.close' : 'training.another')}
            </Button>
          </>
        )
      }
    >
      <NextStep here="model" />
      {problem !== null && <ErrorNotice error={problem} />}
      {form && (
        <Stack gap="sm">
          <SegmentedControl
            w="fit-content"
            aria-label={t('texts.from')}
            value={source}
            onChange={(value) => setSource(value === 'texts' ? 'texts' : 'behaviour')}
            data={[
              { value: 'behaviour', label: t('texts.behaviour') },
              { value: 'texts', label: t('texts.texts') },
            ]}
          />
          {source === 'texts' ? (
            <StartTexts
              key={texts?.from}
              runs={runs}
              from={texts?.from ?? null}
              onStart={async ({ learn, ...lesson }) => {
                await (learn === 'words' ? words.start(lesson) : ratings.start(lesson));
                begun();
              }}
            />
          ) : (
            <StartTraining
              workspace={workspace}
              onStart={async (config, plan) => {
                await (plan ? search.start({ config, ...plan }) : training.start({ config }));
                begun();
              }}
            />
          )}
        </Stack>
      )}
      {stopped.job && <Interrupted job={stopped.job} onDismiss={stopped.dismiss} />}
      {training.job && training.active && <LiveTraining job={training.job} />}
      {onTexts?.job && <LiveTexts job={onTexts.job} />}
      <JobStatus job={judging.job} />
      {!data && !error && <Skeleton height={240} />}
      <FinetuneStatus />
      <HeadsTable />
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
