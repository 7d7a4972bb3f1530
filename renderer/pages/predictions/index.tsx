import { Button } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { hashOf, type PageProps } from '../../base/route.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { FinetuneStatus } from '../../predictions/FinetuneStatus.tsx';
import { PredictionsTable } from '../../predictions/PredictionsTable.tsx';
import { RequireEvents } from '../../training/RequireEvents.tsx';

// These are loaded when they are shown: a visit shows one of them.
const PredictionPage = lazy(async () => ({ default: (await import('./PredictionPage.tsx')).PredictionPage }));
const NewPredictionPage = lazy(async () => ({
  default: (await import('./start/NewPredictionPage.tsx')).NewPredictionPage,
}));

/** Predictions: their list, one of them, or for the id `new` the form that makes one. */
export default function PredictionsPage({ route: { id } }: PageProps) {
  return (
    <RequireEvents>
      {() => {
        if (id === null) return <Predictions />;
        return id === 'new' ? <NewPredictionPage /> : <PredictionPage key={id} run={id} />;
      }}
    </RequireEvents>
  );
}

function Predictions() {
  const { t } = useTranslation();
  const predictions = useCall('prediction.list', {}).data?.predictions;
  return (
    <Page
      title={t('predictions.list')}
      description={t('predictions.start.description')}
      actions={
        <Button component="a" href={hashOf('predictions', 'new')} leftSection={<IconSparkles size={16} aria-hidden />}>
          {t('predictions.predict')}
        </Button>
      }
    >
      <FinetuneStatus />
      {predictions?.length === 0 ? (
        <EmptyState icon={IconSparkles} title={t('predictions.emptyTitle')} text={t('predictions.emptyText')} />
      ) : (
        <PredictionsTable heading={false} />
      )}
    </Page>
  );
}
