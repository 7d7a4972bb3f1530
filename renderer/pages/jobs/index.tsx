import { Skeleton } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageProps } from '../../base/route.ts';
import { navigate } from '../../base/use-route.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { Page } from '../../components/Page.tsx';
import { listedJobs, useJobs } from '../../engine/jobs-store.ts';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { JobsTable } from './JobsTable.tsx';
import { LogViewer } from './LogViewer.tsx';

/** All jobs of the workspace, the newest first. Leaves out explanations, which are short and numerous. */
export default function JobsPage({ route }: PageProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const byId = useJobs((state) => state.byId);
  const jobs = useMemo(() => listedJobs(byId), [byId]);
  const selectedJob = route.id === null ? undefined : byId[route.id];
  if (route.id !== null && !selectedJob) return <NotFound name={route.id} to="jobs" label={t('jobs.history')} />;
  return (
    <Page title={t('jobs.title')} description={t('jobs.description')}>
      {workspace === undefined ? (
        <Skeleton height={240} />
      ) : jobs.length === 0 ? (
        <EmptyState icon={IconListCheck} title={t('jobs.emptyTitle')} text={t('jobs.emptyText')} />
      ) : (
        <JobsTable jobs={jobs} />
      )}
      {selectedJob && <LogViewer job={selectedJob} onClose={() => navigate('jobs')} />}
    </Page>
  );
}
