import { Button, Skeleton, Stack } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PageProps } from '../../app/pages.ts';
import { hashOf } from '../../base/route.ts';
import { JobStatus } from '../../components/JobStatus.tsx';
import { Page } from '../../components/Page.tsx';
import { useJob } from '../../engine/use-job.ts';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { EmptyData } from './EmptyData.tsx';
import { ImportWizard } from './import/ImportWizard.tsx';
import { Overview } from './Overview.tsx';
import { ImportPage } from './report/ImportPage.tsx';
import { Welcome } from './Welcome.tsx';

/** The place of an import's report, such as `imports/12`. */
const IMPORT = /^imports\/(\d+)$/;

/** What is in the workspace, and the way to bring more in. */
export default function DataPage({ route }: PageProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const sample = useJob('sample.import');
  if (workspace === null) return <Welcome />;
  if (route.id === 'import') return <ImportWizard />;
  const reported = IMPORT.exec(route.id ?? '')?.[1];
  if (reported !== undefined) return <ImportPage key={reported} id={Number(reported)} />;
  const filled = workspace !== undefined && workspace.events > 0;
  return (
    <Page
      title={t('data.title')}
      description={t('data.description')}
      actions={
        filled && (
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
        <Stack>
          <Skeleton height={80} />
          <Skeleton height={320} />
        </Stack>
      ) : filled ? (
        <Overview workspace={workspace} />
      ) : (
        !sample.active && <EmptyData />
      )}
    </Page>
  );
}
