import { Button, Select, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMap2, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { useFormat } from '../../base/format.ts';
import type { PageProps, Route } from '../../base/route.ts';
import { replaceRoute } from '../../base/use-route.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { NoData, NoProfiles, NoRun } from '../../components/NotReady.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { useJob } from '../../engine/use-job.ts';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { isBehaviourRun } from '../../runs/run-facts.ts';
import { ComputeMap } from './ComputeMap.tsx';
import { colourKey, parseColourKey } from './colour-by.ts';
import { MapView } from './MapView.tsx';

/** Value of `map` in the address that selects the newest map. */
const NEWEST = '';

/** The users projected onto a map by their behaviour. */
export default function MapPage({ route }: PageProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  if (workspace && workspace.events > 0) return <Maps workspace={workspace} route={route} />;
  return (
    <Page title={t('app.map')} description={t('map.description')}>
      <NoData workspace={workspace} />
    </Page>
  );
}

function Maps({ workspace, route }: { workspace: WorkspaceInfo; route: Route }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: mapList, error, isFetching } = useCall('map.list', {});
  const runList = useCall('train.runs', {});
  const runs = runList.data?.runs.filter(isBehaviourRun);
  const computing = useJob('map.compute');
  const profiling = useJob('profile.compute');
  const [computeOpened, { open, close }] = useDisclosure(false);

  const maps = mapList?.maps ?? [];
  const selectedMap = maps.find(({ id }) => id === route.query.map) ?? maps[0];
  const runsWithProfiles = runs?.filter(({ profiles }) => profiles > 0) ?? [];
  const colourBy = parseColourKey(route.query.colour);
  const updateRoute = (changes: { map?: string; colour?: string }) =>
    replaceRoute('map', null, { ...route.query, ...changes });

  const actions = (
    <>
      {maps.length > 1 && (
        <Select
          aria-label={t('map.choose')}
          data={maps.map(({ id, created, clusters }) => ({
            value: id,
            label: `${format.dateTime(created)} · ${t('map.clusterCount', { count: clusters })}`,
          }))}
          value={selectedMap?.id ?? null}
          onChange={(id) => id && updateRoute({ map: id })}
          allowDeselect={false}
          w={300}
        />
      )}
      {runsWithProfiles.length > 0 && (
        <Button
          variant={maps.length > 0 ? 'default' : 'filled'}
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={computing.active}
          onClick={open}
        >
          {t(maps.length > 0 ? 'map.another' : 'map.compute')}
        </Button>
      )}
    </>
  );

  return (
    <Page wide title={t('app.map')} description={t('map.description')} actions={actions}>
      {(error ?? computing.error ?? profiling.error) !== null && (
        <ErrorNotice error={error ?? computing.error ?? profiling.error} />
      )}
      <JobStatus job={computing.job} />
      <JobStatus job={profiling.job} />
      {selectedMap ? (
        <MapView
          key={selectedMap.id}
          workspace={workspace}
          map={selectedMap.id}
          colourBy={colourBy}
          onColour={(colour) => updateRoute({ colour: colourKey(colour) })}
        />
      ) : !mapList || !runs ? (
        <Skeleton height={420} />
      ) : runs.length === 0 ? (
        <NoRun />
      ) : runsWithProfiles.length === 0 ? (
        <NoProfiles
          busy={profiling.active || runList.isFetching}
          onCompute={() => void profiling.start({ run: runs[0]?.id ?? '' })}
        />
      ) : (
        !computing.active &&
        !isFetching && (
          <EmptyState icon={IconMap2} title={t('map.emptyTitle')} text={t('map.emptyText')}>
            <Button onClick={open}>{t('map.compute')}</Button>
          </EmptyState>
        )
      )}
      <ComputeMap
        opened={computeOpened}
        runs={runsWithProfiles}
        onClose={close}
        onCompute={(input) => {
          updateRoute({ map: NEWEST });
          void computing.start(input);
        }}
      />
    </Page>
  );
}
