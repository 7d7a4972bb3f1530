import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClusterInfo } from '../../../shared/contract/map.ts';
import { clusterName } from '../../components/cluster-names.ts';
import { categoryColour, type MapPalette } from '../../components/map-palette.ts';
import { anchorsOf } from '../../map/anchors.ts';
import type { MapLabel } from '../../map/map-label.ts';
import { clustersOf } from './members.ts';

interface Points {
  x: Float32Array;
  y: Float32Array;
  cluster: Int32Array;
}

/**
 * Returns the labels of a map's clusters, without colours if `palette` is null. `selected`: selected points, null
 * without a selection; `active`: ids of the clusters that the selection refers to.
 */
export function useMapLabels(
  points: Points,
  clusters: readonly ClusterInfo[],
  palette: MapPalette | null,
  selected: Uint32Array | null,
  active: ReadonlySet<string>,
): readonly MapLabel[] {
  const { t } = useTranslation();
  const anchors = anchorsOf(points);
  const reached = useMemo(() => selected && clustersOf(points.cluster, selected), [points, selected]);
  const activeKey = [...active].join();
  return useMemo(() => {
    const activeIds = new Set(activeKey.split(','));
    return clusters.flatMap(({ id, name, size }): MapLabel[] => {
      const point = anchors.get(id);
      if (point === undefined) return [];
      const colour = palette && categoryColour(palette, id);
      const isActive = activeIds.has(String(id));
      const faded = reached !== null && !reached.has(id);
      return [{ key: id, text: clusterName(t, name), point, weight: size, colour, selected: isActive, faded }];
    });
  }, [anchors, clusters, palette, reached, activeKey, t]);
}
