import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../shared/contract/index.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { PageProps, Route } from '../../base/route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { NoData } from '../../components/NotReady.tsx';
import { Page } from '../../components/Page.tsx';
import { useDialog } from '../../components/use-dialog.ts';
import { useCall } from '../../engine/use-call.ts';
import { useJob } from '../../engine/use-job.ts';
import { useSettlingLayout } from '../../engine/use-settling-layout.ts';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { isBehaviourRun } from '../../runs/run-facts.ts';
import { ExploreView } from './ExploreView.tsx';
import { MapMenu } from './MapMenu.tsx';
import { NoMap } from './NoMap.tsx';
import { useExplore } from './use-explore.ts';

// Loaded when the dialog is opened, because most visits compute no map.
const ComputeMap = lazy(async () => ({ default: (await import('./ComputeMap.tsx')).ComputeMap }));

/** The Explore page: a selection of users on a map, in facets and in a table. */
export default function ExplorePage({ route }: PageProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  if (workspace && workspace.events > 0) return <Maps workspace={workspace} route={route} />;
  return (
    <Page title={t('app.explore')} description={t('map.description')}>
      <NoData workspace={workspace} />
    </Page>
  );
}

function Maps({ workspace, route }: { workspace: WorkspaceInfo; route: Route }) {
  const { t } = useTranslation();
  const explore = useExplore(route);
  const { data: mapList, error, isFetching } = useCall('map.list', {});
  const runList = useCall('train.runs', {});
  const runs = runList.data?.runs.filter(isBehaviourRun);
  const computing = useJob('map.compute');
  const profiling = useJob('profile.compute');
  const settling = useSettlingLayout();
  const dialog = useDialog();
  const maps = mapList?.maps ?? [];
  const requestedMap = explore.state.map;
  const selectedMap = requestedMap === null ? maps[0] : maps.find(({ id }) => id === requestedMap);
  const runsWithProfiles = runs?.filter(({ profiles }) => profiles > 0) ?? [];
  const problem = error ?? computing.error ?? profiling.error;
  const compute = (input: Input<'map.compute'>) => {
    explore.adjust({ map: null, view: null });
    void computing.start(input);
  };
  if (requestedMap !== null && mapList && !isFetching && !selectedMap) {
    return <NotFound name={requestedMap} to="explore" label={t('map.newest')} />;
  }
  if (!mapList || !runs) return <Skeleton m="md" height={420} />;
  return (
    <>
      <ExploreView
        workspace={workspace}
        explore={explore}
        map={selectedMap?.id ?? null}
        menu={
          <MapMenu
            maps={maps}
            selected={selectedMap?.id ?? null}
            computable={runsWithProfiles.length > 0}
            computing={computing.active}
            onSelect={(map) => explore.go({ map, view: null })}
            onCompute={dialog.open}
          />
        }
        notices={
          <>
            {problem !== null && <ErrorNotice error={problem} />}
            <JobStatus job={computing.job} />
            <JobStatus job={profiling.job} />
          </>
        }
        settling={settling}
        noMap={
          <NoMap
            runs={runs}
            profiling={profiling.active || runList.isFetching}
            computing={computing.active || isFetching}
            onProfile={(run) => void profiling.start({ run })}
            onCompute={dialog.open}
          />
        }
      />
      <Suspense>
        {dialog.used && (
          <ComputeMap opened={dialog.opened} runs={runsWithProfiles} onClose={dialog.close} onCompute={compute} />
        )}
      </Suspense>
    </>
  );
}
