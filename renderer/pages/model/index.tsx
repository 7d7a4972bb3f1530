import { Button, Skeleton } from '@mantine/core';
import { IconBrain } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { hashOf, type PageProps } from '../../base/route.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { PredictionPage } from '../predictions/PredictionPage.tsx';
import { NewPredictionPage } from '../predictions/start/NewPredictionPage.tsx';
import { ComparePage } from './compare/ComparePage.tsx';
import { Models } from './Models.tsx';
import { SearchPage } from './search/SearchPage.tsx';

/** Model page: train, compare and search for models, and predict with them. */
export default function ModelPage({ route }: PageProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  if (workspace === undefined) {
    return (
      <Page title={t('training.title')} description={t('training.description')}>
        <Skeleton height={240} />
      </Page>
    );
  }
  if (workspace === null || workspace.events === 0) {
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
  const { compare, search, new: newKind } = route.query;
  if (compare !== undefined) return <ComparePage key={compare} runs={compare.split(',')} />;
  if (search !== undefined) return <SearchPage key={search} name={search} />;
  if (newKind === 'predict') return <NewPredictionPage />;
  if (newKind === 'texts') {
    return (
      <Models
        key={route.query.from}
        workspace={workspace}
        selectedId={null}
        texts={{ from: route.query.from ?? null }}
      />
    );
  }
  return <RunOrPrediction workspace={workspace} selectedId={route.id} />;
}

/** Page of a prediction if `selectedId` is one, else the page of all models. */
function RunOrPrediction({ workspace, selectedId: chosen }: { workspace: WorkspaceInfo; selectedId: string | null }) {
  const { t } = useTranslation();
  const { data, error } = useCall('prediction.list', {}, { enabled: chosen !== null });
  if (chosen !== null && !data && error === null) {
    return (
      <Page title={t('training.title')} description={t('training.description')}>
        <Skeleton height={480} />
      </Page>
    );
  }
  const prediction = data?.predictions.find(({ run }) => run === chosen);
  return prediction ? (
    <PredictionPage key={prediction.run} run={prediction.run} />
  ) : (
    <Models workspace={workspace} selectedId={chosen} />
  );
}
