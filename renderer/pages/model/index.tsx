import { Button, Skeleton, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBrain, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { PageProps } from '../../app/pages.ts';
import { hashOf } from '../../app/route.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { NextStep } from '../../components/NextStep.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { useJob } from '../../engine/use-job.ts';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { Interrupted } from './live/Interrupted.tsx';
import { LiveTraining } from './live/LiveTraining.tsx';
import { useInterrupted } from './live/use-interrupted.ts';
import { RunsTable } from './RunsTable.tsx';
import { RunDetail } from './run/RunDetail.tsx';
import { StartTraining } from './start/StartTraining.tsx';

/** Train models, compare them, and go on with one. */
export default function ModelPage({ route }: PageProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  if (workspace === undefined) {
    return (
      <Page title={t('model.title')} description={t('model.description')}>
        <Skeleton height={240} />
      </Page>
    );
  }
  if (workspace === null || workspace.events === 0) {
    return (
      <Page title={t('model.title')} description={t('model.description')}>
        <EmptyState icon={IconBrain} title={t('model.noDataTitle')} text={t('model.noDataText')}>
          <Button component="a" href={hashOf('data')}>
            {t('model.toData')}
          </Button>
        </EmptyState>
      </Page>
    );
  }
  return <Models workspace={workspace} chosen={route.id} />;
}

function Models({ workspace, chosen }: { workspace: WorkspaceInfo; chosen: string | null }) {
  const { t } = useTranslation();
  const { data, error } = useCall('train.runs', {});
  const training = useJob('train.start');
  const stopped = useInterrupted();
  const [asking, { open, close }] = useDisclosure(false);
  const runs = data?.runs ?? [];
  const run = runs.find(({ id }) => id === chosen) ?? runs[0];
  const form = data && !training.active && (asking || runs.length === 0);
  return (
    <Page
      title={t('model.title')}
      description={t('model.description')}
      actions={
        runs.length > 0 && (
          <Button
            variant="default"
            disabled={training.active || asking}
            onClick={open}
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {t('training.another')}
          </Button>
        )
      }
    >
      <NextStep here="model" />
      {(error ?? training.error) !== null && <ErrorNotice error={error ?? training.error} />}
      {form && <StartTraining workspace={workspace} onStart={(config) => training.start({ config }).then(close)} />}
      {stopped.job && <Interrupted job={stopped.job} onDismiss={stopped.dismiss} />}
      {training.job && training.active && <LiveTraining job={training.job} />}
      {!data && !error && <Skeleton height={240} />}
      {runs.length > 0 && (
        <Stack gap="lg">
          <RunsTable runs={runs} selected={run?.id ?? null} />
          {run && <RunDetail key={run.id} run={run} />}
        </Stack>
      )}
    </Page>
  );
}
