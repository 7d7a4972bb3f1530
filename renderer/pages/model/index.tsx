import { Button, Skeleton } from '@mantine/core';
import { IconBrain } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { PageProps } from '../../app/pages.ts';
import { hashOf } from '../../base/route.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { HeadPage } from '../predictions/PredictionPage.tsx';
import { PredictPage } from '../predictions/start/NewPredictionPage.tsx';
import { ComparePage } from './compare/ComparePage.tsx';
import { Models } from './Models.tsx';
import { SearchPage } from './search/SearchPage.tsx';

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
  const { compare, search, new: making } = route.query;
  if (compare !== undefined) return <ComparePage key={compare} runs={compare.split(',')} />;
  if (search !== undefined) return <SearchPage key={search} name={search} />;
  if (making === 'predict') return <PredictPage />;
  if (making === 'texts') {
    return (
      <Models key={route.query.from} workspace={workspace} chosen={null} texts={{ from: route.query.from ?? null }} />
    );
  }
  return <RunOrHead workspace={workspace} chosen={route.id} />;
}

/** The page of a head, if that is what the address names; else that of all models. */
function RunOrHead({ workspace, chosen }: { workspace: WorkspaceInfo; chosen: string | null }) {
  const { t } = useTranslation();
  const { data, error } = useCall('finetune.heads', {}, { enabled: chosen !== null });
  if (chosen !== null && !data && error === null) {
    return (
      <Page title={t('model.title')} description={t('model.description')}>
        <Skeleton height={480} />
      </Page>
    );
  }
  const head = data?.heads.find(({ run }) => run === chosen);
  return head ? <HeadPage key={head.run} run={head.run} /> : <Models workspace={workspace} chosen={chosen} />;
}
