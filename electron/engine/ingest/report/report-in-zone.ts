import type { Database } from 'better-sqlite3';
import type { QualityReport } from '../../../../shared/contract/import-report.ts';
import { importUnits } from '../../store/events/import-units.ts';
import { readReport } from '../../store/imports/import-reports.ts';
import { importTimeKind } from '../../store/imports/imports.ts';
import { importZone } from '../../store/workspace-settings.ts';
import { bucketGrid } from './bucket-grid.ts';
import { countBuckets } from './over-time.ts';

/**
 * Returns the report of an import; null if there is none. If the workspace's zone has changed since, the buckets are
 * counted again from the import's stored events, in one scan of all events.
 */
export function reportInZone(db: Database, id: number): QualityReport | null {
  const report = readReport(db, id);
  const kind = importTimeKind(db, id);
  if (!report?.time || kind === null) return report;
  const zone = importZone(db, kind);
  const { first, last } = report.time;
  if (zone.name === report.time.zone) return report;
  const grid = bucketGrid(first, last, zone);
  return { ...report, time: countBuckets(first, last, zone, grid, importUnits(db, id, grid.unitSql('e.time'))) };
}
