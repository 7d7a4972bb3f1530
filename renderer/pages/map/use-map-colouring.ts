import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClusterInfo } from '../../../shared/contract/map.ts';
import { clusterName } from '../../components/cluster-names.ts';
import { useCall } from '../../engine/use-call.ts';
import { type Colouring, clusterColouring, labelColouring, numberColouring } from '../../map/colouring.ts';
import type { MapPalette } from '../../map/palette.ts';
import type { ColourBy } from './colour-by.ts';

interface Points {
  cluster: Int32Array;
}

/** The colours of a map's points; by cluster until another figure has been read. */
export function useMapColouring(
  map: string,
  points: Points,
  clusters: readonly ClusterInfo[],
  by: ColourBy,
  palette: MapPalette,
): { colouring: Colouring; shown: ColourBy; error: unknown } {
  const { t } = useTranslation();
  const other = by.kind === 'cluster' ? null : by;
  const { data, error } = useCall(
    'map.colour',
    { map, by: other ?? { kind: 'measure', name: 'events' } },
    { enabled: other !== null },
  );
  return useMemo(() => {
    if (!other || !data) {
      const named = clusters.map((cluster) => ({ ...cluster, name: clusterName(t, cluster.name) }));
      return { colouring: clusterColouring(points.cluster, named, palette), shown: { kind: 'cluster' }, error };
    }
    const colouring =
      'values' in data
        ? numberColouring(data.values, palette)
        : labelColouring(data.labels, data.codes, palette, { other: t('map.other'), unknown: t('map.unknown') });
    return { colouring, shown: other, error };
  }, [other, data, error, clusters, points, palette, t]);
}
