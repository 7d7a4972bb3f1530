import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClusterInfo } from '../../../shared/contract/map.ts';
import { clusterName } from '../../components/cluster-names.ts';
import { categoryColour, mapPalette } from '../../components/map-palette.ts';
import { usePalette } from '../../components/use-palette.ts';

/** Display name and colour of a cluster. */
export interface ClusterLook {
  name: string;
  /** Colour on the map; undefined if the points are coloured by something else. */
  colour: string | undefined;
}

/** Display names and colours of a map's clusters, by id. */
export type ClusterLooks = ReadonlyMap<number, ClusterLook>;

/**
 * Returns the display names and colours of a map's clusters. `coloured`: whether the points are coloured by cluster.
 */
export function useClusterLooks(clusters: readonly ClusterInfo[], coloured: boolean): ClusterLooks {
  const { t } = useTranslation();
  const { dark } = usePalette();
  return useMemo(() => {
    const palette = mapPalette(dark);
    return new Map(
      clusters.map(({ id, name }) => [
        id,
        {
          name: clusterName(t, name),
          colour: coloured ? categoryColour(palette, id) : undefined,
        },
      ]),
    );
  }, [clusters, coloured, dark, t]);
}
