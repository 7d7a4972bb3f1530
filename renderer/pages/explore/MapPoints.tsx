import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { ClusterInfo } from '../../../shared/contract/map.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { indexOfText, type TextColumn, textAt } from '../../../shared/domain/text-column.ts';
import { useFormat } from '../../base/format.ts';
import type { MapPalette } from '../../components/map-palette.ts';
import type { Colouring } from '../../map/colouring.ts';
import type { LassoEffect, ScatterMode } from '../../map/gestures.ts';
import { MapCanvas } from '../../map/MapCanvas.tsx';
import { MapLegend } from '../../map/MapLegend.tsx';
import type { Position } from '../../map/position.ts';
import { simplifyPolygon } from '../../map/simplify-polygon.ts';
import type { Conjunction } from '../../rules/conjunction.ts';
import type { ListTopic } from '../../rules/facet-topic.ts';
import { activeValues, toggleValue } from '../../rules/facet-values.ts';
import { lassosOf, withLasso } from '../../rules/lasso-condition.ts';
import { ColourSelect } from './ColourSelect.tsx';
import { type ColourBy, colourTitle } from './colour-by.ts';
import { indicesOf, pointsOfCluster } from './members.ts';
import { PointTooltip } from './PointTooltip.tsx';
import type { ClusterLooks } from './use-cluster-looks.ts';
import type { Explore } from './use-explore.ts';
import { useMapLabels } from './use-map-labels.ts';
import type { Selection } from './use-selection.ts';

interface MapPointsProps {
  workspace: WorkspaceInfo;
  map: string;
  points: Output<'map.points'>;
  clusters: readonly ClusterInfo[];
  looks: ClusterLooks;
  explore: Explore;
  selection: Selection;
  hoveredCluster: number | null;
  palette: MapPalette;
  colouring: Colouring;
  colourBy: ColourBy;
  onSelect: (conditions: Conjunction) => void;
  onHoverCluster: (cluster: number | null) => void;
}

/** The points of a map with the selection highlighted; lassos, labels and the legend change the selection. */
export function MapPoints(props: MapPointsProps) {
  const { workspace, map, points, clusters, explore, selection, hoveredCluster, palette, colouring, colourBy } = props;
  const { looks, onSelect, onHoverCluster } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { state, go, adjust } = explore;
  const { conditions } = selection;
  const [mode, setMode] = useState<ScatterMode>(state.lasso ? 'lasso' : 'pan');
  const selected = useSelectedPoints(selection, points.x.length);
  const highlighted = useMemo(
    () => (hoveredCluster === null ? selected : pointsOfCluster(points.cluster, hoveredCluster)),
    [hoveredCluster, selected, points],
  );
  const topic = { kind: 'cluster', map } as const;
  const activeClusters = activeValues(conditions, topic);
  const labels = useMapLabels(points, clusters, colourBy.kind === 'cluster' ? palette : null, selected, activeClusters);
  const lassos = useMemo(() => lassosOf(conditions, map), [conditions, map]);
  const marked = useMemo(() => pointOf(points.names, state.user), [points, state.user]);
  const drawLasso = (path: Position[], effect: LassoEffect) => {
    const polygon = simplifyPolygon(path);
    if (polygon) onSelect(withLasso(conditions, { map, polygon }, effect));
  };
  return (
    <MapCanvas
      x={points.x}
      y={points.y}
      colouring={colouring}
      palette={palette}
      mode={mode}
      highlighted={highlighted}
      marked={marked}
      shownView={state.view}
      labels={labels}
      activeLabel={hoveredCluster}
      lassos={lassos}
      controls={<ColourSelect workspace={workspace} value={state.colour} onChange={(colour) => go({ colour })} />}
      title={colourTitle(t, format, colourBy)}
      csv={async () => {
        const { pointsCsv } = await import('./points-csv.ts');
        return pointsCsv(t, format, { map, points, clusters: looks, colourBy, selected: maskOf(selection) });
      }}
      legend={<Legend colouring={colouring} colourBy={colourBy} conditions={conditions} onSelect={onSelect} />}
      tooltip={(point) => (
        <PointTooltip
          map={map}
          point={point}
          user={textAt(points.names, point) ?? ''}
          cluster={looks.get(points.cluster[point] ?? -1)?.name ?? t('terms.noCluster')}
          colourBy={colourBy}
        />
      )}
      onMode={setMode}
      onClick={(point) => go({ user: textAt(points.names, point) ?? null })}
      onLasso={drawLasso}
      onClear={() => (state.user === null ? onSelect([]) : go({ user: null }))}
      onLabel={(cluster, additive) => onSelect(toggleValue(conditions, topic, String(cluster), additive))}
      onLabelHover={onHoverCluster}
      onView={(view) => adjust({ view })}
    />
  );
}

/** Returns the mask of the selected points; null without a selection. */
function maskOf({ rule, answer, error }: Selection): Uint8Array | null {
  return rule === null || error ? null : (answer?.members ?? null);
}

/** Returns the indices of the selected points; null without a selection. */
function useSelectedPoints(selection: Selection, count: number): Uint32Array | null {
  const members = maskOf(selection);
  return useMemo(() => (members ? indicesOf(members, count) : null), [members, count]);
}

function pointOf(names: TextColumn, user: string | null): number | null {
  const index = user === null ? -1 : indexOfText(names, user);
  return index < 0 ? null : index;
}

interface LegendProps {
  colouring: Colouring;
  colourBy: ColourBy;
  conditions: Conjunction;
  onSelect: (conditions: Conjunction) => void;
}

/**
 * Legend of the colours. Clusters need none, because they have labels and a facet. The values of an attribute, or the
 * texts of a trait, select users.
 */
function Legend({ colouring, colourBy, conditions, onSelect }: LegendProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (colourBy.kind === 'cluster') return null;
  const topic = topicOf(colourBy);
  const selection = topic && {
    active: activeValues(conditions, topic),
    onToggle: (value: string, additive: boolean) => onSelect(toggleValue(conditions, topic, value, additive)),
  };
  return (
    <MapLegend title={colourTitle(t, format, colourBy)} legend={colouring.legend} selection={selection ?? undefined} />
  );
}

function topicOf({ kind, ...by }: ColourBy): ListTopic | null {
  if (!('name' in by)) return null;
  if (kind === 'attribute') return { kind, name: by.name };
  return kind === 'trait' ? { kind: 'traitText', name: by.name } : null;
}
