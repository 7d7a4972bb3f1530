import type { Handlers } from '../../../shared/contract/handlers.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { givenClusterName, renameCluster } from '../store/map/cluster-names.ts';
import { mapExists, mapNotFound } from '../store/map/map-points.ts';
import { listClusters, listMaps } from '../store/map/maps.ts';
import type { WorkspaceContext } from '../store/workspace-context.ts';

export const mapHandlers = {
  'map.list': (_input, context) => ({ maps: listMaps(context.workspace().db) }),
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
