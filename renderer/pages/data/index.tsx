import { IconDatabase } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';

export default function DataPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.data')}>
      <EmptyState icon={IconDatabase} title={t('data.emptyTitle')} text={t('data.emptyText')} />
    </Page>
  );
}
