import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Page } from '../../components/Page.tsx';

export default function UsersPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.users')}>
      <EmptyState icon={IconUsers} title={t('users.emptyTitle')} text={t('users.emptyText')} />
    </Page>
  );
}
