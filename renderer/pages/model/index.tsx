import { IconBrain } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';

export default function ModelPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.model')}>
      <EmptyState icon={IconBrain} title={t('model.emptyTitle')} text={t('model.emptyText')} />
    </Page>
  );
}
