import { Alert, Skeleton } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { ClusterInfo } from '../../../shared/contract/map.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { mapPalette } from '../../components/map-palette.ts';
import { usePalette } from '../../components/use-palette.ts';
import { useCall } from '../../engine/use-call.ts';
import { hasWebgl } from '../../map/webgl.ts';
import type { Conjunction } from '../../rules/conjunction.ts';
import type { ClusterLooks } from './use-cluster-looks.ts';
import type { Explore } from './use-explore.ts';
import { useMapColouring } from './use-map-colouring.ts';
import type { Selection } from './use-selection.ts';

// Loaded in parallel with the points of the map; facets and table do not wait for it.
const MapPoints = lazy(async () => ({ default: (await import('./MapPoints.tsx')).MapPoints }));

interface MapAreaProps {
  workspace: WorkspaceInfo;
  map: string;
  clusters: readonly ClusterInfo[];
  looks: ClusterLooks;
  explore: Explore;
  selection: Selection;
  hoveredCluster: number | null;
  onSelect: (conditions: Conjunction) => void;
  onHoverCluster: (cluster: number | null) => void;
}

/** A map with its colouring; without WebGL, an explanation. */
export function MapArea(props: MapAreaProps) {
  const { t } = useTranslation();
  const isSupported = useMemo(hasWebgl, []);
  const points = useCall('map.points', { map: props.map });
  if (points.error) return <ErrorNotice error={points.error} onRetry={() => void points.refetch()} />;
  if (!points.data) return <Skeleton h="100%" mih={200} />;
  if (isSupported) return <ColouredMap {...props} points={points.data} />;
  return (
    <Alert color="yellow" icon={<IconAlertCircle />} title={t('map.noWebglTitle')} role="alert">
      {t('map.noWebglText')}
    </Alert>
  );
}

function ColouredMap(props: MapAreaProps & { points: Output<'map.points'> }) {
  const { map, points, clusters, explore } = props;
  const palette = mapPalette(usePalette().dark);
  const { colour } = explore.state;
  const { colouring, shownColourBy, error } = useMapColouring(map, points, clusters, colour, palette);
  return (
    <>
      {error !== null && <ErrorNotice error={error} />}
      <Suspense fallback={<Skeleton h="100%" mih={200} />}>
        <MapPoints {...props} palette={palette} colouring={colouring} colourBy={shownColourBy} />
      </Suspense>
    </>
  );
}
