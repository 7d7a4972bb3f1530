import { Skeleton } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Layout } from '../../../shared/contract/jobs.ts';
import type { ClusterInfo } from '../../../shared/contract/map.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { printRule } from '../../../shared/domain/rule-print.ts';
import { useFormat } from '../../base/format.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useCall } from '../../engine/use-call.ts';
import { type Conjunction, ruleOfConditions } from '../../rules/conjunction.ts';
import { toggleValue } from '../../rules/facet-values.ts';
import { BottomPanel } from './BottomPanel.tsx';
import { ExploreHeader } from './ExploreHeader.tsx';
import classes from './explore.module.css';
import type { Panel } from './explore-state.ts';
import { FacetPanel } from './facets/FacetPanel.tsx';
import { MapArea } from './MapArea.tsx';
import { useClusterLooks } from './use-cluster-looks.ts';
import type { Explore } from './use-explore.ts';
import { useSelectedUsers } from './use-selected-users.ts';
import { useRuleNames, useSelection } from './use-selection.ts';

// Loaded when they are shown.
const UsersPanel = lazy(async () => ({ default: (await import('./UsersPanel.tsx')).UsersPanel }));
const ClusterList = lazy(async () => ({ default: (await import('./ClusterList.tsx')).ClusterList }));
const DifferencesPanel = lazy(async () => ({ default: (await import('./DifferencesPanel.tsx')).DifferencesPanel }));
const SelectedUserDrawer = lazy(async () => ({
  default: (await import('./user/SelectedUserDrawer.tsx')).SelectedUserDrawer,
}));
const SettlingPoints = lazy(async () => ({ default: (await import('../../map/SettlingPoints.tsx')).SettlingPoints }));

interface ExploreViewProps {
  workspace: WorkspaceInfo;
  explore: Explore;
  /** ID of the map; null if the workspace has none. */
  map: string | null;
  /** Current layout of a map that is being computed; null if there is none. */
  settling: Layout | null;
  /** Shown in place of a missing map. */
  noMap: ReactNode;
  /** Errors and progress, shown at the top. */
  notices: ReactNode;
  menu: ReactNode;
}

const NO_CLUSTERS: readonly ClusterInfo[] = [];

/** A selection of users as a sentence, facets, points of a map, and a table, each of which can change it. */
export function ExploreView({ workspace, explore, map, settling, noMap, notices, menu }: ExploreViewProps) {
  const format = useFormat();
  const { state, go, adjust } = explore;
  const names = useRuleNames(workspace);
  const selection = useSelection(state.where, names, map);
  const [hoveredCluster, setHoveredCluster] = useState<number | null>(null);
  const clusterList = useCall('map.clusters', { map: map ?? '' }, { enabled: map !== null });
  const clusters = clusterList.data?.clusters ?? NO_CLUSTERS;
  const looks = useClusterLooks(clusters, state.colour.kind === 'cluster');
  const { conditions, rule, answer } = selection;
  const isValid = selection.error === null;
  const attributes = workspace.attributes.map(({ name }) => name);
  const users = useSelectedUsers(rule, map, { attributes, enabled: isValid });
  const select = (next: Conjunction) => {
    const nextRule = ruleOfConditions(next);
    setHoveredCluster(null);
    go({ where: nextRule && printRule(nextRule) });
  };
  const panels: Record<Panel, (height: number) => ReactNode> = {
    users: (height) => (
      <Suspense fallback={<Skeleton height={160} />}>
        <UsersPanel
          users={users}
          clusters={looks}
          attributes={attributes}
          openUser={state.user}
          height={height}
          onOpen={(user) => go({ user })}
          onSelect={(only) => go({ where: printRule(only) })}
        />
      </Suspense>
    ),
    differences: () => (
      <Suspense fallback={<Skeleton height={160} />}>
        <DifferencesPanel rule={rule} />
      </Suspense>
    ),
    clusters: () => (
      <Suspense fallback={<Skeleton height={160} />}>
        <ClusterList
          clusters={clusters}
          total={answer?.users ?? 0}
          looks={looks}
          conditions={conditions}
          map={map}
          onHover={setHoveredCluster}
          onToggle={(cluster, additive) =>
            map !== null && select(toggleValue(conditions, { kind: 'cluster', map }, String(cluster), additive))
          }
        />
      </Suspense>
    ),
  };
  const drawer = state.user !== null && (
    <Suspense>
      <SelectedUserDrawer
        user={state.user}
        map={map}
        selection={selection}
        users={users}
        looks={looks}
        onOpen={(user) => adjust({ user })}
        onClose={() => go({ user: null })}
      />
    </Suspense>
  );
  const settlingPoints = settling && (
    <Suspense>
      <SettlingPoints layout={settling} />
    </Suspense>
  );
  const { panel, layout } = state;
  return (
    <div className={classes.page}>
      <ExploreHeader selection={selection} names={names} map={map} menu={menu} onSelect={select} />
      <div className={classes.notices}>
        {notices}
        {selection.error !== null && <ErrorNotice error={selection.error} />}
        {clusterList.error && <ErrorNotice error={clusterList.error} />}
      </div>
      <div className={classes.columns}>
        <div className={classes.facets}>
          {isValid && (
            <FacetPanel
              rule={rule}
              conditions={conditions}
              map={map}
              clusters={looks}
              onChange={select}
              onHoverCluster={setHoveredCluster}
            />
          )}
        </div>
        <div className={classes.main}>
          {layout !== 'table' && (
            <div className={classes.stage}>
              <div className={classes.canvas}>
                {map === null ? (
                  (settlingPoints ?? noMap)
                ) : (
                  <MapArea
                    key={map}
                    workspace={workspace}
                    map={map}
                    clusters={clusters}
                    looks={looks}
                    explore={explore}
                    selection={selection}
                    hoveredCluster={hoveredCluster}
                    onSelect={select}
                    onHoverCluster={setHoveredCluster}
                  />
                )}
              </div>
              {map !== null && settlingPoints && <div className={classes.inset}>{settlingPoints}</div>}
              {drawer}
            </div>
          )}
          <BottomPanel
            panel={panel}
            layout={layout}
            size={users.members ? format.number(users.size) : null}
            onPanel={(next) => adjust({ panel: next, ...(layout === 'map' ? { layout: 'both' } : {}) })}
            onLayout={(next) => adjust({ layout: next })}
            drawer={layout === 'table' && drawer}
          >
            {(name, height) => isValid && panels[name](height)}
          </BottomPanel>
        </div>
      </div>
    </div>
  );
}
