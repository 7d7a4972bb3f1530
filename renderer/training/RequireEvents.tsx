import { Button, Skeleton } from '@mantine/core';
import { IconBrain } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';
import { hashOf } from '../base/route.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { Page } from '../components/Page.tsx';
import { useWorkspace } from '../engine/use-workspace.ts';

/** Renders a page that needs events; without events, a link to the data page. */
export function RequireEvents({ children }: { children: (workspace: WorkspaceInfo) => ReactNode }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  if (workspace === undefined) return <TrainingSkeleton height={240} />;
  if (workspace !== null && workspace.events > 0) return children(workspace);
  return (
    <Page title={t('training.title')} description={t('training.description')}>
      <EmptyState icon={IconBrain} title={t('training.noDataTitle')} text={t('training.noDataText')}>
        <Button component="a" href={hashOf('data')}>
          {t('terms.toData')}
        </Button>
      </EmptyState>
    </Page>
  );
}

/** Placeholder of a models page while its content is loading. */
export function TrainingSkeleton({ height }: { height: number }) {
  const { t } = useTranslation();
  return (
    <Page title={t('training.title')} description={t('training.description')}>
      <Skeleton height={height} />
    </Page>
  );
}
