import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Parsed } from '../../../shared/contract/index.ts';
import { type Exported, type Table, writeExport } from '../files/export-file.ts';
import { mapExists, mapNotFound, mapPoints, mapRun } from '../store/map/map-points.ts';
import { userNames } from '../store/names/user-facts.ts';
import { segmentMembers } from '../store/segments/segments.ts';
import { version } from '../version.ts';
import { profileTable } from './export-profiles.ts';
import { userTable } from './export-users.ts';
import { mapFor, savedSegment, summaryOf } from './saved-segments.ts';

type ExportInput = Parsed<'segment.export'>;

/** Writes what was asked for. Throws SEGMENT_NOT_FOUND, RUN_NOT_FOUND, MAP_NOT_FOUND, DISK_FULL and CANNOT_WRITE. */
export function exportTable(db: Database, input: ExportInput, file: string): Exported {
  const { header, rows, facts } = tableOf(db, input);
  const made = { exported: new Date().toISOString(), portrait: version };
  return writeExport(file, { header, rows, facts: { ...facts, ...made } });
}

/** Where an export goes when no place is named. */
export function exportFileName(folder: string, input: ExportInput): string {
  const name = 'segment' in input ? input.segment : 'map' in input ? `map-${input.map}` : `profiles-${input.profiles}`;
  return join(folder, `${safeFileName(name)}.csv`);
}

function tableOf(db: Database, input: ExportInput): Table {
  if ('segment' in input) return segmentTable(db, input.segment);
  return 'map' in input ? mapTable(db, input.map) : profileTable(db, input.profiles);
}

function segmentTable(db: Database, name: string): Table {
  const row = savedSegment(db, name);
  const { definition, rule, created } = summaryOf(row);
  const { header, rows, facts } = userTable(db, segmentMembers(db, row.id), mapFor(db, definition));
  return { header, rows, facts: { what: 'segment', segment: name, created: iso(created), definition, rule, ...facts } };
}

function mapTable(db: Database, map: string): Table {
  if (!mapExists(db, map)) throw mapNotFound(map);
  const points = [...mapPoints(db, map)];
  const names = userNames(
    db,
    Int32Array.from(points, (point) => point.user),
  );
  const rows = points.map(({ x, y, cluster }, i) => [names[i] ?? '', x, y, cluster]);
  return { header: ['user', 'x', 'y', 'cluster'], rows, facts: { what: 'map', map, run: mapRun(db, map) } };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

/** A name that every system takes for a file's. */
export function safeFileName(name: string): string {
  const plain = name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80);
  return plain === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(plain) ? `_${plain}` : plain;
}
