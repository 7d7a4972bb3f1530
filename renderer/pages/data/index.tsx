import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { JobStatus } from '../../components/JobStatus.tsx';
import { Page } from '../../components/Page.tsx';
import { useJob } from '../../engine/use-job.ts';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { EmptyData } from './EmptyData.tsx';
import { Overview } from './Overview.tsx';
import { Welcome } from './Welcome.tsx';

/** What is in the workspace, and the way to bring more in. */
export default function DataPage() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const sample = useJob('sample.import');
  if (workspace === null) return <Welcome />;
  return (
    <Page title={t('data.title')} description={t('data.description')}>
      <JobStatus job={sample.job} />
      {workspace === undefined ? (
        <Stack>
          <Skeleton height={80} />
          <Skeleton height={320} />
        </Stack>
      ) : workspace.events > 0 ? (
        <Overview workspace={workspace} />
      ) : (
        !sample.active && <EmptyData />
      )}
    </Page>
  );
}
