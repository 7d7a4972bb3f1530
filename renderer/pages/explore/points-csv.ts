import type { TFunction } from 'i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { textAt } from '../../../shared/domain/text-column.ts';
import type { Format } from '../../base/format.ts';
import { type CsvValue, csvFile } from '../../components/csv-file.ts';
import { call } from '../../engine/use-call.ts';
import { type ColourBy, colourTitle } from './colour-by.ts';
import { isMember } from './members.ts';
import type { ClusterLooks } from './use-cluster-looks.ts';

interface ExportedPoints {
  map: string;
  points: Output<'map.points'>;
  clusters: ClusterLooks;
  colourBy: ColourBy;
  /** Mask of the selected points; null without a selection. */
  selected: Uint8Array | null;
}

interface PointColumn {
  header: string;
  value: (point: number) => CsvValue;
}

/**
 * Returns the points of a map as a CSV file with the name, coordinates and cluster of each user. If available, it also
 * has columns for the selection, the saved segments that contain the user, and the attribute by which the points are
 * coloured.
 */
export async function pointsCsv(
  t: TFunction,
  format: Format,
  { map, points, clusters, colourBy, selected }: ExportedPoints,
) {
  const { names, x, y, cluster } = points;
  const columns: PointColumn[] = [
    { header: t('terms.user'), value: (point) => textAt(names, point) ?? '' },
    { header: 'x', value: (point) => coordinate(x[point]) },
    { header: 'y', value: (point) => coordinate(y[point]) },
    { header: t('terms.cluster'), value: (point) => clusters.get(cluster[point] ?? -1)?.name ?? t('terms.noCluster') },
    ...(selected
      ? [{ header: t('explore.selected'), value: (point: number) => Number(isMember(selected, point)) }]
      : []),
    ...(await segmentColumn(t, map)),
    ...(await colourColumn(t, format, map, colourBy)),
  ];
  return csvFile(
    columns.map(({ header }) => header),
    Array.from(x.keys(), (point) => columns.map(({ value }) => value(point))),
  );
}

/** Significant digits of a 32-bit coordinate. */
const coordinate = (value = Number.NaN) => Number(value.toPrecision(7));

/** Returns the names of the saved segments that contain the user of a point. */
async function segmentColumn(t: TFunction, map: string): Promise<PointColumn[]> {
  const { segments } = await call('segment.list', {});
  const masks = new Map<string, Uint8Array>();
  for (const { name } of segments)
    masks.set(name, (await call('explore.select', { rule: { segment: name }, map })).members);
  if (masks.size === 0) return [];
  const namesOf = (point: number) => Array.from(masks).flatMap(([name, mask]) => (isMember(mask, point) ? [name] : []));
  return [{ header: t('segments.title'), value: (point) => namesOf(point).join('; ') }];
}

async function colourColumn(t: TFunction, format: Format, map: string, colourBy: ColourBy): Promise<PointColumn[]> {
  if (colourBy.kind === 'cluster') return [];
  const colour = await call('map.colour', { map, by: colourBy });
  const header = colourTitle(t, format, colourBy);
  if ('values' in colour) return [{ header, value: (point) => colour.values[point] ?? null }];
  return [{ header, value: (point) => colour.labels[colour.codes[point] ?? -1] ?? null }];
}
