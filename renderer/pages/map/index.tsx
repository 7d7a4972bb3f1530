import { Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../shared/contract/index.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { PageProps, Route } from '../../base/route.ts';
import { replaceRoute } from '../../base/use-route.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { NotFound } from '../../components/NotFound.tsx';
import { NoData } from '../../components/NotReady.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { useJob } from '../../engine/use-job.ts';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { isBehaviourRun } from '../../runs/run-facts.ts';
import { ComputeMap } from './ComputeMap.tsx';
import { colourKey, parseColourKey } from './colour-by.ts';
import { MapActions } from './MapActions.tsx';
import { MapView } from './MapView.tsx';
import { NoMap } from './NoMap.tsx';

/** Value of `map` in the address that selects the newest map. */
const NEWEST = '';

/** The users projected onto a map by their behaviour. */
export default function MapPage({ route }: PageProps) {
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
  const { data: mapList, error, isFetching } = useCall('map.list', {});
  const runList = useCall('train.runs', {});
  const runs = runList.data?.runs.filter(isBehaviourRun);
  const computing = useJob('map.compute');
  const profiling = useJob('profile.compute');
  const [computeOpened, { open, close }] = useDisclosure(false);
  const maps = mapList?.maps ?? [];
  const requestedMap = route.query.map ?? NEWEST;
  const selectedMap = requestedMap === NEWEST ? maps[0] : maps.find(({ id }) => id === requestedMap);
  const runsWithProfiles = runs?.filter(({ profiles }) => profiles > 0) ?? [];
  const problem = error ?? computing.error ?? profiling.error;
  const updateRoute = (changes: { map?: string; colour?: string }) =>
    replaceRoute('explore', null, { ...route.query, ...changes });
  const compute = (input: Input<'map.compute'>) => {
    updateRoute({ map: NEWEST });
    void computing.start(input);
  };
  if (requestedMap !== NEWEST && mapList && !isFetching && !selectedMap) {
    return <NotFound name={requestedMap} to="explore" label={t('map.newest')} />;
  }
  const actions = (
    <MapActions
      maps={maps}
      selected={selectedMap?.id ?? null}
      computable={runsWithProfiles.length > 0}
      computing={computing.active}
      onSelect={(map) => updateRoute({ map })}
      onCompute={open}
    />
  );
  return (
    <Page wide title={t('app.explore')} description={t('map.description')} actions={actions}>
      {problem !== null && <ErrorNotice error={problem} />}
      <JobStatus job={computing.job} />
      <JobStatus job={profiling.job} />
      {selectedMap ? (
        <MapView
          key={selectedMap.id}
          workspace={workspace}
          map={selectedMap.id}
          colourBy={parseColourKey(route.query.colour)}
          tool={route.query.tool === 'lasso' ? 'lasso' : 'pan'}
          onColour={(colour) => updateRoute({ colour: colourKey(colour) })}
        />
      ) : mapList && runs ? (
        <NoMap
          runs={runs}
          profiling={profiling.active || runList.isFetching}
          computing={computing.active || isFetching}
          onProfile={(run) => void profiling.start({ run })}
          onCompute={open}
        />
      ) : (
        <Skeleton height={420} />
      )}
      <ComputeMap opened={computeOpened} runs={runsWithProfiles} onClose={close} onCompute={compute} />
    </Page>
  );
}
