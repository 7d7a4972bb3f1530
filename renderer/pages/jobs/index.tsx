import { IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';

export default function JobsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.jobs')}>
      <EmptyState icon={IconListCheck} title={t('jobs.emptyTitle')} text={t('jobs.emptyText')} />
    </Page>
  );
}
