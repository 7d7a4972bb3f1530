import { Button } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hashOf, type PageProps } from '../../base/route.ts';
import { Page } from '../../components/Page.tsx';
import { FinetuneStatus } from '../../predictions/FinetuneStatus.tsx';
import { PredictionsTable } from '../../predictions/PredictionsTable.tsx';
import { RequireEvents } from '../../training/RequireEvents.tsx';
import { PredictionPage } from './PredictionPage.tsx';
import { NewPredictionPage } from './start/NewPredictionPage.tsx';

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
      <PredictionsTable heading={false} />
    </Page>
  );
}
