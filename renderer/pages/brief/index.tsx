import { Alert, Box, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconFileText, IconHistory, IconPrinter } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../shared/contract/jobs.ts';
import { baseName } from '../../base/base-name.ts';
import { notifyError } from '../../base/notify.tsx';
import type { PageProps } from '../../base/route.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { Page } from '../../components/Page.tsx';
import { Redirect } from '../../components/Redirect.tsx';
import { useJobs } from '../../engine/jobs-store.ts';
import { useAction } from '../../engine/use-action.ts';
import { call, engine, useCall } from '../../engine/use-call.ts';
import { useSettlingLayout } from '../../engine/use-settling-layout.ts';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { host } from '../../host/host.ts';
import { BriefList } from './BriefList.tsx';
import { BriefText } from './BriefText.tsx';
import { useBriefLanguage } from './use-brief-language.ts';

const SettlingPoints = lazy(async () => ({ default: (await import('../../map/SettlingPoints.tsx')).SettlingPoints }));

/** A brief, by default the newest, or the progress of the job that makes one. */
export default function BriefPage({ route }: PageProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const language = useBriefLanguage();
  const { data, error } = useCall('brief.get', route.id === null ? {} : { brief: route.id }, {
    enabled: workspace != null,
  });
  const briefs = useCall('brief.list', {}, { enabled: workspace != null }).data?.briefs ?? [];
  const job = useNewestJob();
  const settling = useSettlingLayout();
  const isMaking = job?.state === 'running' || job?.state === 'queued';
  const making = useAction(() => engine().start('brief.make', {}));
  const saving = useAction(async (brief: string) => {
    const { file } = await call('brief.save', { brief, language, replace: true });
    await host.showExport(baseName(file));
  });
  if (workspace === null) return <Redirect page="data" id={null} />;
  const brief = data?.brief;
  const canMake = workspace !== undefined && workspace.events > 0 && !isMaking;
  const actions = brief && (
    <>
      <Button variant="default" onClick={() => window.print()} leftSection={<IconPrinter size={16} aria-hidden />}>
        {t('brief.print')}
      </Button>
      <Button variant="default" loading={saving.busy} onClick={() => void saving.start(brief.brief)}>
        {t('brief.save')}
      </Button>
    </>
  );
  return (
    <Page title={t('brief.title')} actions={actions}>
      <Stack gap="md">
        {[error, making.error, saving.error].map(
          (one) => one !== null && <ErrorNotice key={String(one)} error={one} />,
        )}
        <JobStatus job={job} />
        {settling && isMaking && (
          <Box h={320}>
            <Suspense>
              <SettlingPoints layout={settling} />
            </Suspense>
          </Box>
        )}
        {job?.state === 'cancelled' && job.resumable && <Stopped job={job} />}
        {brief && data.outdated && !isMaking && (
          <Alert color="orange" icon={<IconHistory />} title={t('brief.outdated')}>
            <Button size="xs" variant="default" loading={making.busy} onClick={() => void making.start()}>
              {t('brief.again')}
            </Button>
          </Alert>
        )}
        {brief ? (
          <BriefText brief={brief} maps={workspace?.maps.map(({ id }) => id) ?? []} />
        ) : data === undefined && error === null ? (
          <Skeleton height={480} />
        ) : (
          !isMaking && (
            <EmptyState icon={IconFileText} title={t('brief.emptyTitle')} text={t('brief.emptyText')}>
              {canMake && (
                <Button loading={making.busy} onClick={() => void making.start()}>
                  {t('brief.make')}
                </Button>
              )}
            </EmptyState>
          )
        )}
        {briefs.length > 0 && <BriefList briefs={briefs} shown={brief?.brief ?? null} />}
      </Stack>
    </Page>
  );
}

/** Returns the newest job that makes a brief. */
function useNewestJob(): Job | undefined {
  const byId = useJobs((state) => state.byId);
  return Object.values(byId)
    .filter(({ kind }) => kind === 'brief.make')
    .sort((a, b) => b.started - a.started)[0];
}

function Stopped({ job }: { job: Job }) {
  const { t } = useTranslation();
  return (
    <Alert color="gray" title={t('brief.stopped')}>
      <Group justify="space-between">
        <Text size="sm">{t('brief.stoppedText')}</Text>
        <Button size="xs" variant="default" onClick={() => call('jobs.resume', { job: job.id }).catch(notifyError)}>
          {t('jobs.resume')}
        </Button>
      </Group>
    </Alert>
  );
}
