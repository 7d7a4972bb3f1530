import { Button, Skeleton, Stack } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useIsFetching } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { hashOf, type PageProps } from '../../base/route.ts';
import { JobStatus } from '../../components/JobStatus.tsx';
import { Page } from '../../components/Page.tsx';
import { useJob } from '../../engine/use-job.ts';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { EmptyData } from './EmptyData.tsx';

// Loaded on demand, since a visit shows only one of them.
const Overview = lazy(async () => ({ default: (await import('./Overview.tsx')).Overview }));
const Welcome = lazy(async () => ({ default: (await import('./Welcome.tsx')).Welcome }));
const ImportWizard = lazy(async () => ({ default: (await import('./import/ImportWizard.tsx')).ImportWizard }));
const ImportPage = lazy(async () => ({ default: (await import('./report/ImportPage.tsx')).ImportPage }));

/** Route of an import's report, such as `imports/12`. */
const IMPORT = /^imports\/(\d+)$/;

/** Data page: overview of the workspace, import wizard, and import reports. */
export default function DataPage({ route }: PageProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const isRefreshing = useIsFetching({ queryKey: ['workspace.info'] }) > 0;
  const sample = useJob('sample.import');
  if (workspace === null) return <Welcome />;
  if (route.id === 'import') return <ImportWizard />;
  const importId = IMPORT.exec(route.id ?? '')?.[1];
  if (importId !== undefined) return <ImportPage key={importId} id={Number(importId)} />;
  const hasEvents = workspace !== undefined && workspace.events > 0;
  return (
    <Page
      title={t('data.title')}
      description={t('data.description')}
      actions={
        hasEvents && (
          <Button
            component="a"
            href={hashOf('data', 'import')}
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden />}
          >
            {t('data.importMore')}
          </Button>
        )
      }
    >
      <JobStatus job={sample.job} />
      {workspace === undefined ? (
        <OverviewSkeleton />
      ) : hasEvents ? (
        <Suspense fallback={<OverviewSkeleton />}>
          <Overview workspace={workspace} />
        </Suspense>
      ) : (
        !sample.active && !isRefreshing && <EmptyData />
      )}
    </Page>
  );
}

function OverviewSkeleton() {
  return (
    <Stack>
      <Skeleton height={80} />
      <Skeleton height={320} />
    </Stack>
  );
}
