import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Parsed } from '../../../shared/contract/index.ts';
import { portableName } from '../../../shared/domain/file-name.ts';
import { version } from '../../version.ts';
import { type ExportSummary, type Table, writeExport } from '../files/export-file.ts';
import { isoTime } from '../store/iso-time.ts';
import { mapExists, mapNotFound, mapPoints, mapRun } from '../store/map/map-points.ts';
import { userNames } from '../store/names/user-facts.ts';
import { segmentMembers } from '../store/segments/segments.ts';
import { readSettings, workspaceZone } from '../store/workspace-settings.ts';
import { profileTable } from './export-profiles.ts';
import { userTable } from './export-users.ts';
import { mapFor, savedSegment, summaryOf } from './saved-segments.ts';
import type { TraitTable } from './traits/trait-cells.ts';

type ExportInput = Parsed<'segment.export'>;

/**
 * Writes the requested table, with a column for each trait unless it is a map. Throws SEGMENT_NOT_FOUND, RUN_NOT_FOUND, NO_PROFILES, MAP_NOT_FOUND, FILE_EXISTS,
 * DISK_FULL and CANNOT_WRITE.
 */
export function exportTable(
  db: Database,
  input: ExportInput,
  { file, traits }: { file: string; traits: TraitTable },
): ExportSummary {
  const { header, rows, facts } = tableOf(db, input, traits);
  const provenance = {
    exported: isoTime(Date.now(), workspaceZone(db)),
    ...readSettings(db),
    portrait: version,
  };
  return writeExport(file, { header, rows, facts: { ...facts, ...provenance } }, input.replace);
}

/** Default path of an export. */
export function exportFileName(folder: string, input: ExportInput): string {
  const name = 'segment' in input ? input.segment : 'map' in input ? `map-${input.map}` : `profiles-${input.profiles}`;
  return join(folder, `${uniqueFileName(name)}.csv`);
}

function tableOf(db: Database, input: ExportInput, traits: TraitTable): Table {
  if ('segment' in input) return segmentTable(db, input.segment, traits);
  return 'map' in input ? mapTable(db, input.map) : profileTable(db, input.profiles, traits);
}

function segmentTable(db: Database, name: string, traits: TraitTable): Table {
  const row = savedSegment(db, name);
  const { definition, rule, created } = summaryOf(row);
  const { header, rows, facts } = userTable(db, segmentMembers(db, row.id), mapFor(db, definition), traits);
  return {
    header,
    rows,
    facts: { what: 'segment', segment: name, created: isoTime(created, workspaceZone(db)), definition, rule, ...facts },
  };
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

/** Converts a name to one that is a valid file name on every operating system. */
export function safeFileName(name: string): string {
  const cleaned = name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80);
  return cleaned === '' ? '_' : portableName(cleaned);
}

/** As `safeFileName`, with a hash of a name that is not valid itself, so that `a/b` and `a:b` have different files. */
function uniqueFileName(name: string): string {
  const safeName = safeFileName(name);
  if (safeName === name) return name;
  return `${safeName}-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}
