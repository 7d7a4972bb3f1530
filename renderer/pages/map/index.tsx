import { IconMap2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';

export default function MapPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.map')}>
      <EmptyState icon={IconMap2} title={t('map.emptyTitle')} text={t('map.emptyText')} />
    </Page>
  );
}
