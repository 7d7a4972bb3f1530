import { Box, Skeleton, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { ClusterInfo } from '../../../shared/contract/map.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { clusterName } from '../../components/cluster-names.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { usePalette } from '../../components/use-palette.ts';
import { useCall } from '../../engine/use-call.ts';
import type { ScatterMode } from '../../map/gestures.ts';
import { mapPalette } from '../../map/palette.ts';
import { ClusterList } from './ClusterList.tsx';
import { ColourSelect } from './ColourSelect.tsx';
import type { ColourBy } from './colour-by.ts';
import { MapPoints } from './MapPoints.tsx';
import classes from './MapView.module.css';
import { SelectedUsers } from './SelectedUsers.tsx';
import type { Selection } from './selection.ts';
import { useMapColouring } from './use-map-colouring.ts';
import { useMapLabels } from './use-map-labels.ts';

interface MapViewProps {
  workspace: WorkspaceInfo;
  map: string;
  colourBy: ColourBy;
  /** The tool that is chosen at first. */
  tool: ScatterMode;
  onColour: (by: ColourBy) => void;
}

/** One map: its points, its clusters, and the selection. */
export function MapView({ workspace, map, colourBy, tool, onColour }: MapViewProps) {
  const points = useCall('map.points', { map });
  const clusters = useCall('map.clusters', { map });
  const error = points.error ?? clusters.error;
  if (error) return <ErrorNotice error={error} onRetry={() => void points.refetch()} />;
  if (!points.data || !clusters.data) return <Skeleton className={classes.view} />;
  return (
    <LoadedMap
      workspace={workspace}
      map={map}
      colourBy={colourBy}
      tool={tool}
      onColour={onColour}
      points={points.data}
      clusters={clusters.data.clusters}
    />
  );
}

interface LoadedMapProps extends MapViewProps {
  points: Output<'map.points'>;
  clusters: readonly ClusterInfo[];
}

function LoadedMap({ workspace, map, colourBy, tool, onColour, points, clusters }: LoadedMapProps) {
  const { t } = useTranslation();
  const palette = mapPalette(usePalette().dark);
  const [hoveredCluster, setHoveredCluster] = useState<number | null>(null);
  const [selection, setSelection] = useState<Selection | null>(null);
  const { colouring, shownColourBy, error } = useMapColouring(map, points, clusters, colourBy, palette);
  const clusterPalette = shownColourBy.kind === 'cluster' ? palette : null;
  const labels = useMapLabels(points, clusters, clusterPalette);
  const clusterNames = useMemo(
    () => new Map(clusters.map(({ id, name }) => [id, clusterName(t, name)])),
    [clusters, t],
  );
  const highlighted = useMemo(
    (): Selection | null => (hoveredCluster === null ? selection : { kind: 'cluster', cluster: hoveredCluster }),
    [hoveredCluster, selection],
  );
  const selectCluster = (cluster: number) => {
    setHoveredCluster(null);
    setSelection({ kind: 'cluster', cluster });
  };
  return (
    <div className={classes.view}>
      <Stack gap="xs" className={classes.map}>
        {error !== null && <ErrorNotice error={error} />}
        <MapPoints
          map={map}
          points={points}
          labels={labels}
          clusterNames={clusterNames}
          colouring={colouring}
          colourBy={shownColourBy}
          tool={tool}
          palette={palette}
          highlighted={highlighted}
          onSelect={setSelection}
        />
      </Stack>
      <Box className={classes.side}>
        <ColourSelect workspace={workspace} value={colourBy} onChange={onColour} />
        {selection ? (
          <SelectedUsers
            map={map}
            selection={selection}
            clusterNames={clusterNames}
            onClose={() => setSelection(null)}
          />
        ) : (
          <ClusterList
            clusters={clusters}
            total={points.x.length}
            palette={clusterPalette}
            onHover={setHoveredCluster}
            onSelect={selectCluster}
          />
        )}
      </Box>
    </div>
  );
}
