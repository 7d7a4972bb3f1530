import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { navigate } from '../../base/use-route.ts';
import type { MapLabel } from '../../map/ClusterLabels.tsx';
import type { Colouring } from '../../map/colouring.ts';
import type { ScatterMode } from '../../map/gestures.ts';
import { MapCanvas } from '../../map/MapCanvas.tsx';
import { MapLegend } from '../../map/MapLegend.tsx';
import type { MapPalette } from '../../map/palette.ts';
import { hasWebgl } from '../../map/webgl.ts';
import { type ColourBy, colourTitle } from './colour-by.ts';
import { PointTooltip } from './PointTooltip.tsx';
import { type Selection, selectedIndices } from './selection.ts';

interface MapPointsProps {
  map: string;
  points: Output<'map.points'>;
  labels: readonly MapLabel[];
  /** Names of the clusters by id. */
  clusterNames: ReadonlyMap<number, string>;
  colouring: Colouring;
  colourBy: ColourBy;
  /** The tool that is chosen at first. */
  tool: ScatterMode;
  palette: MapPalette;
  highlighted: Selection | null;
  onSelect: (selection: Selection | null) => void;
}

/** The points of a map as a scatterplot; without WebGL, the reason why it cannot be shown. */
export function MapPoints(props: MapPointsProps) {
  const { t } = useTranslation();
  const webglSupported = useMemo(hasWebgl, []);
  if (webglSupported) return <Scatterplot {...props} />;
  return (
    <Alert color="yellow" icon={<IconAlertCircle />} title={t('map.noWebglTitle')} role="alert">
      {t('map.noWebglText')}
    </Alert>
  );
}

function Scatterplot(props: MapPointsProps) {
  const { map, points, labels, clusterNames, colouring, colourBy, tool, palette, highlighted, onSelect } = props;
  const { t } = useTranslation();
  const [mode, setMode] = useState<ScatterMode>(tool);
  const highlightedPoints = useMemo(() => highlighted && selectedIndices(highlighted, points), [highlighted, points]);
  return (
    <MapCanvas
      x={points.x}
      y={points.y}
      colouring={colouring}
      palette={palette}
      mode={mode}
      highlighted={highlightedPoints}
      labels={labels}
      activeLabel={highlighted?.kind === 'cluster' ? highlighted.cluster : null}
      legend={colourBy.kind !== 'cluster' && <MapLegend title={colourTitle(t, colourBy)} legend={colouring.legend} />}
      tooltip={(point) => (
        <PointTooltip
          map={map}
          point={point}
          user={points.names[point] ?? ''}
          cluster={clusterNames.get(points.cluster[point] ?? -1) ?? t('terms.noCluster')}
          colourBy={colourBy}
        />
      )}
      onMode={setMode}
      onClick={(point) => navigate('users', points.names[point] ?? '')}
      onLasso={(polygon) => onSelect({ kind: 'lasso', polygon })}
      onClear={() => onSelect(null)}
    />
  );
}
