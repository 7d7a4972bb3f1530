import { Button, Select, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMap2, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { PageProps } from '../../app/pages.ts';
import { useFormat } from '../../base/format.ts';
import type { Route } from '../../base/route.ts';
import { replaceRoute } from '../../base/use-route.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { NoData, NoProfiles, NoRun } from '../../components/NotReady.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { useJob } from '../../engine/use-job.ts';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { ComputeMap } from './ComputeMap.tsx';
import { colourKey, parseColourKey } from './colour-by.ts';
import { MapView } from './MapView.tsx';

/** As `map` in the address: whichever map is the newest. */
const NEWEST = '';

/** The users laid out by what they do. */
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
  const { data: listed, error } = useCall('map.list', {});
  const runs = useCall('train.runs', {}).data?.runs;
  const computing = useJob('map.compute');
  const profiling = useJob('profile.compute');
  const [asking, { open, close }] = useDisclosure(false);

  const maps = listed?.maps ?? [];
  const shown = maps.find(({ id }) => id === route.query.map) ?? maps[0];
  const profiled = runs?.filter(({ profiles }) => profiles > 0) ?? [];
  const by = parseColourKey(route.query.colour);
  const place = (changes: { map?: string; colour?: string }) =>
    replaceRoute('map', null, { ...route.query, ...changes });

  const actions = (
    <>
      {maps.length > 1 && (
        <Select
          aria-label={t('map.choose')}
          data={maps.map(({ id, created, clusters }) => ({
            value: id,
            label: `${format.moment(created)} · ${t('map.clusterCount', { count: clusters })}`,
          }))}
          value={shown?.id ?? null}
          onChange={(id) => id && place({ map: id })}
          allowDeselect={false}
          w={300}
        />
      )}
      {profiled.length > 0 && (
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
      {shown ? (
        <MapView
          key={shown.id}
          workspace={workspace}
          map={shown.id}
          by={by}
          onColour={(colour) => place({ colour: colourKey(colour) })}
        />
      ) : !listed || !runs ? (
        <Skeleton height={420} />
      ) : runs.length === 0 ? (
        <NoRun />
      ) : profiled.length === 0 ? (
        <NoProfiles busy={profiling.active} onCompute={() => void profiling.start({ run: runs[0]?.id ?? '' })} />
      ) : (
        !computing.active && (
          <EmptyState icon={IconMap2} title={t('map.emptyTitle')} text={t('map.emptyText')}>
            <Button onClick={open}>{t('map.compute')}</Button>
          </EmptyState>
        )
      )}
      <ComputeMap
        opened={asking}
        runs={profiled}
        onClose={close}
        onCompute={(input) => {
          place({ map: NEWEST });
          void computing.start(input);
        }}
      />
    </Page>
  );
}
