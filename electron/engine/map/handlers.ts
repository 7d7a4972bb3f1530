import type { Database } from 'better-sqlite3';
import type { Handlers } from '../../../shared/contract/handlers.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { givenClusterName, renameCluster } from '../store/map/cluster-names.ts';
import { type MapPoint, mapExists, mapNotFound, mapPoints } from '../store/map/map-points.ts';
import { listClusters, listMaps } from '../store/map/maps.ts';
import { userNames } from '../store/names/user-facts.ts';
import type { WorkspaceContext } from '../store/workspace-context.ts';

export const mapHandlers = {
  'map.list': (_input, context) => ({ maps: listMaps(context.workspace().db) }),
  'map.points': ({ map }, context) => {
    const { db } = context.workspace();
    const points = pointsOf(db, map);
    const users = Int32Array.from(points, (point) => point.user);
    return {
      users,
      names: userNames(db, users),
      x: Float32Array.from(points, (point) => point.x),
      y: Float32Array.from(points, (point) => point.y),
      cluster: Int32Array.from(points, (point) => point.cluster),
    };
  },
  'map.clusters': ({ map }, context) => {
    const { db } = context.workspace();
    if (!mapExists(db, map)) throw mapNotFound(map);
    return { clusters: listClusters(db, map) };
  },
  'map.renameCluster': ({ map, cluster, name }, context) => {
    const { db } = context.workspace();
    if (!mapExists(db, map)) throw mapNotFound(map);
    const previous = givenClusterName(db, map, cluster);
    if (previous === undefined) throw clusterNotFound(map, cluster);
    renameCluster(db, map, cluster, name);
    context.changed();
    return { previous };
  },
} satisfies Partial<Handlers<WorkspaceContext>>;

function clusterNotFound(map: string, cluster: number): PortraitError {
  return new PortraitError({
    code: 'CLUSTER_NOT_FOUND',
    message: `${map} has no cluster ${cluster}.`,
    hint: 'Choose one from the list of its clusters.',
    details: { map, cluster },
  });
}

function pointsOf(db: Database, map: string): MapPoint[] {
  if (!mapExists(db, map)) throw mapNotFound(map);
  return [...mapPoints(db, map)];
}
