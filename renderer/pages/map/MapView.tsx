import { Alert, Box, Select, Skeleton, Stack } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { ClusterInfo } from '../../../shared/contract/map.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { navigate } from '../../base/use-route.ts';
import { clusterName, shortClusterName } from '../../components/cluster-names.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { usePalette } from '../../components/use-palette.ts';
import { useCall } from '../../engine/use-call.ts';
import { clusterAnchors } from '../../map/anchors.ts';
import type { ScatterMode } from '../../map/gestures.ts';
import { MapCanvas } from '../../map/MapCanvas.tsx';
import { MapLegend } from '../../map/MapLegend.tsx';
import { categoryColour, mapPalette } from '../../map/palette.ts';
import { hasWebgl } from '../../map/webgl.ts';
import { ClusterList } from './ClusterList.tsx';
import { type ColourBy, colourChoices, colourKey, colourTitle, parseColourKey } from './colour-by.ts';
import classes from './MapView.module.css';
import { PointTooltip } from './PointTooltip.tsx';
import { SelectionPanel } from './SelectionPanel.tsx';
import { type Selection, selectedIndices } from './selection.ts';
import { useMapColouring } from './use-map-colouring.ts';

interface MapViewProps {
  workspace: WorkspaceInfo;
  map: string;
  colourBy: ColourBy;
  onColour: (by: ColourBy) => void;
}

/** One map: its points, its clusters, and the selection. */
export function MapView({ workspace, map, colourBy, onColour }: MapViewProps) {
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

function LoadedMap({ workspace, map, colourBy, onColour, points, clusters }: LoadedMapProps) {
  const { t } = useTranslation();
  const palette = mapPalette(usePalette().dark);
  const webglSupported = useMemo(hasWebgl, []);
  const [mode, setMode] = useState<ScatterMode>('pan');
  const [hovered, setHovered] = useState<number | null>(null);
  const [selection, setSelection] = useState<Selection | null>(null);
  const { colouring, shownColourBy, error } = useMapColouring(map, points, clusters, colourBy, palette);

  const byCluster = shownColourBy.kind === 'cluster';
  const names = useMemo(() => new Map(clusters.map(({ id, name }) => [id, clusterName(t, name)])), [clusters, t]);
  const labels = useMemo(() => {
    const anchors = clusterAnchors(points.x, points.y, points.cluster);
    return clusters.flatMap(({ id, name, size }) => {
      const point = anchors.get(id);
      if (point === undefined) return [];
      return [
        {
          key: id,
          text: shortClusterName(t, name),
          point,
          weight: size,
          colour: byCluster ? categoryColour(palette, id) : null,
        },
      ];
    });
  }, [points, clusters, palette, byCluster, t]);
  const highlighted = useMemo(() => {
    const highlightedSelection = hovered === null ? selection : ({ kind: 'cluster', cluster: hovered } as const);
    return highlightedSelection && selectedIndices(highlightedSelection, points);
  }, [hovered, selection, points]);

  return (
    <div className={classes.view}>
      <Stack gap="xs" className={classes.map}>
        {error !== null && <ErrorNotice error={error} />}
        {webglSupported ? (
          <MapCanvas
            x={points.x}
            y={points.y}
            colouring={colouring}
            palette={palette}
            mode={mode}
            highlighted={highlighted}
            labels={labels}
            activeLabel={hovered ?? (selection?.kind === 'cluster' ? selection.cluster : null)}
            legend={
              shownColourBy.kind !== 'cluster' && (
                <MapLegend title={colourTitle(t, shownColourBy)} legend={colouring.legend} />
              )
            }
            tooltip={(point) => (
              <PointTooltip
                map={map}
                point={point}
                user={points.names[point] ?? ''}
                cluster={names.get(points.cluster[point] ?? -1) ?? t('terms.noCluster')}
              />
            )}
            onMode={setMode}
            onClick={(point) => navigate('users', points.names[point] ?? '')}
            onLasso={(polygon) => setSelection({ kind: 'lasso', polygon })}
            onClear={() => setSelection(null)}
          />
        ) : (
          <Alert color="yellow" icon={<IconAlertCircle />} title={t('map.noWebglTitle')} role="alert">
            {t('map.noWebglText')}
          </Alert>
        )}
      </Stack>
      <Box className={classes.side}>
        <Select
          label={t('map.colourBy')}
          data={colourChoices(t, workspace)}
          value={colourKey(colourBy)}
          onChange={(key) => onColour(parseColourKey(key ?? undefined))}
          allowDeselect={false}
          searchable
          mb="md"
        />
        {selection ? (
          <SelectionPanel
            key={selection.kind === 'cluster' ? selection.cluster : JSON.stringify(selection.polygon)}
            title={selection.kind === 'cluster' ? (names.get(selection.cluster) ?? '') : t('map.selection')}
            suggestion={selection.kind === 'cluster' ? (names.get(selection.cluster) ?? '') : ''}
            definition={
              selection.kind === 'cluster'
                ? { cluster: { map, cluster: selection.cluster } }
                : { lasso: { map, polygon: selection.polygon } }
            }
            onClose={() => setSelection(null)}
          />
        ) : (
          <ClusterList
            clusters={clusters}
            total={points.x.length}
            palette={byCluster ? palette : null}
            onHover={setHovered}
            onSelect={(cluster) => {
              setHovered(null);
              setSelection({ kind: 'cluster', cluster });
            }}
          />
        )}
      </Box>
    </div>
  );
}
