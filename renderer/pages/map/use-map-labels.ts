import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClusterInfo } from '../../../shared/contract/map.ts';
import { shortClusterName } from '../../components/cluster-names.ts';
import { clusterAnchors } from '../../map/anchors.ts';
import type { MapLabel } from '../../map/ClusterLabels.tsx';
import { categoryColour, type MapPalette } from '../../map/palette.ts';

interface Points {
  x: Float32Array;
  y: Float32Array;
  cluster: Int32Array;
}

/** Returns the labels of a map's clusters; they have no colour if `palette` is null. */
export function useMapLabels(
  points: Points,
  clusters: readonly ClusterInfo[],
  palette: MapPalette | null,
): readonly MapLabel[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const anchors = clusterAnchors(points.x, points.y, points.cluster);
    return clusters.flatMap(({ id, name, size }): MapLabel[] => {
      const point = anchors.get(id);
      if (point === undefined) return [];
      const colour = palette && categoryColour(palette, id);
      return [{ key: id, text: shortClusterName(t, name), point, weight: size, colour }];
    });
  }, [points, clusters, palette, t]);
}
