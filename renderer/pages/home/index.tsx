import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { Redirect } from '../../components/Redirect.tsx';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { BriefCard } from './BriefCard.tsx';
import { CustomersCard } from './CustomersCard.tsx';
import { EmptyHome } from './EmptyHome.tsx';
import classes from './home.module.css';
import { Imports } from './Imports.tsx';
import { Jobs } from './Jobs.tsx';
import { Models } from './Models.tsx';
import { NextActionCard } from './NextActionCard.tsx';
import { OutOfDateList } from './OutOfDateList.tsx';
import { Segments } from './Segments.tsx';
import { useHomeFacts } from './use-home-facts.ts';
import { WorkspaceFigures } from './WorkspaceFigures.tsx';

/** Start page of the open workspace; without one, redirects to the Workspaces page. */
export default function HomePage() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  if (workspace === null) return <Redirect page="data" id={null} />;
  return (
    <Page title={t('app.home')} description={workspace?.name}>
      {workspace ? <Home workspace={workspace} /> : <Skeleton height={240} />}
    </Page>
  );
}

/** The contents of the workspace, recent changes, and the next action. */
function Home({ workspace }: { workspace: WorkspaceInfo }) {
  const { facts, error } = useHomeFacts(workspace);
  if (error !== null) return <ErrorNotice error={error} />;
  if (!facts) return <Skeleton height={240} />;
  return (
    <Stack gap="lg">
      <NextActionCard action={facts.next} run={facts.newestRun?.id ?? null} jobs={facts.jobs} />
      {workspace.events === 0 ? (
        <EmptyHome />
      ) : (
        <>
          <WorkspaceFigures workspace={workspace} models={facts.runs.length} />
          <CustomersCard />
          <BriefCard />
          <OutOfDateList results={facts.renewable} run={facts.newestRun?.id ?? null} />
          <div className={classes.panels}>
            <Segments segments={facts.segments} users={workspace.users} />
            <Models runs={facts.runs} />
            <Imports imports={facts.imports} />
            <Jobs jobs={facts.jobs} />
          </div>
        </>
      )}
    </Stack>
  );
}
