import { useTranslation } from 'react-i18next';
import type { PageProps } from '../../base/route.ts';
import { NoData } from '../../components/NotReady.tsx';
import { Page } from '../../components/Page.tsx';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { DescribePanel } from './describe/DescribePanel.tsx';
import { UserList } from './UserList.tsx';
import { UserPage } from './UserPage.tsx';

/** All users, or the portrait of one user. */
export default function UsersPage({ route }: PageProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const ready = workspace && workspace.events > 0 ? workspace : null;
  if (ready && route.id !== null) return <UserPage key={route.id} user={route.id} route={route} />;
  return (
    <Page title={t('app.users')} description={t('users.description')}>
      {ready ? (
        <>
          <DescribePanel />
          <UserList workspace={ready} route={route} />
        </>
      ) : (
        <NoData workspace={workspace} />
      )}
    </Page>
  );
}
