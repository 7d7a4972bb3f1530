import { Button, Skeleton, Stack } from '@mantine/core';
import { IconPlus, IconSparkles, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { hashOf } from '../../app/route.ts';
import { go } from '../../app/use-route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { NextStep } from '../../components/NextStep.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { useJob } from '../../engine/use-job.ts';
import { FinetuneStatus } from './head/FinetuneStatus.tsx';
import { HeadsTable } from './head/HeadsTable.tsx';
import { Interrupted } from './live/Interrupted.tsx';
import { LiveTraining } from './live/LiveTraining.tsx';
import { useInterrupted } from './live/use-interrupted.ts';
import { RunDetail } from './run/RunDetail.tsx';
import { RunList } from './runs/RunList.tsx';
import { SearchList } from './search/SearchList.tsx';
import { StartTraining } from './start/StartTraining.tsx';

/** All models, one of them in full, and what is being trained or judged now. */
export function Models({ workspace, chosen }: { workspace: WorkspaceInfo; chosen: string | null }) {
  const { t } = useTranslation();
  const { data, error } = useCall('train.runs', {});
  const training = useJob('train.start');
  const judging = useJob('train.evaluate');
  const search = useJob('train.search');
  const stopped = useInterrupted();
  const [asked, setAsked] = useState(false);
  const busy = training.active || search.active;
  const runs = data?.runs ?? [];
  const run = runs.find(({ id }) => id === chosen) ?? runs[0];
  const form = data && !busy && (asked || runs.length === 0);
  const problem = error ?? training.error ?? search.error;
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
        <StartTraining
          workspace={workspace}
          onStart={async (config, plan) => {
            await (plan ? search.start({ config, ...plan }) : training.start({ config }));
            setAsked(false);
            go('model');
          }}
        />
      )}
      {stopped.job && <Interrupted job={stopped.job} onDismiss={stopped.dismiss} />}
      {training.job && training.active && <LiveTraining job={training.job} />}
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
