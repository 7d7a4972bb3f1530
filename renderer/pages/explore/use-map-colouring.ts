import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClusterInfo } from '../../../shared/contract/map.ts';
import { clusterName } from '../../components/cluster-names.ts';
import type { MapPalette } from '../../components/map-palette.ts';
import { useCall } from '../../engine/use-call.ts';
import { type Colouring, clusterColouring, labelColouring, numberColouring } from '../../map/colouring.ts';
import type { ColourBy } from './colour-by.ts';

interface Points {
  cluster: Int32Array;
}

/** Returns the colouring of a map's points; by cluster until the values of another colouring are loaded. */
export function useMapColouring(
  map: string,
  points: Points,
  clusters: readonly ClusterInfo[],
  colourBy: ColourBy,
  palette: MapPalette,
): { colouring: Colouring; shownColourBy: ColourBy; error: unknown } {
  const { t } = useTranslation();
  const valueColourBy = colourBy.kind === 'cluster' ? null : colourBy;
  const { data, error } = useCall(
    'map.colour',
    { map, by: valueColourBy ?? { kind: 'measure', name: 'events' } },
    { enabled: valueColourBy !== null },
  );
  return useMemo(() => {
    if (!valueColourBy || !data) {
      const namedClusters = clusters.map((cluster) => ({ ...cluster, name: clusterName(t, cluster.name) }));
      return {
        colouring: clusterColouring(points.cluster, namedClusters, palette),
        shownColourBy: { kind: 'cluster' },
        error,
      };
    }
    const colouring =
      'values' in data
        ? numberColouring(data.values, palette)
        : labelColouring(data.labels, data.codes, palette, { other: t('map.other'), unknown: t('map.unknown') });
    return { colouring, shownColourBy: valueColourBy, error };
  }, [valueColourBy, data, error, clusters, points, palette, t]);
}
