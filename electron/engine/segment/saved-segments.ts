import type { Database } from 'better-sqlite3';
import { Definition, type SegmentSummary } from '../../../shared/contract/segment.ts';
import { nearestNames } from '../../../shared/domain/nearest-names.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { mapExists, mapIds } from '../store/map/map-points.ts';
import { parseStored } from '../store/parse-json.ts';
import { type SegmentRow, segmentRow, segmentRows } from '../store/segments/segments.ts';
import { mapOf, ruleText } from './definition.ts';

/** Returns the saved segment of this name. Throws SEGMENT_NOT_FOUND. */
export function savedSegment(db: Database, name: string): SegmentRow {
  const row = segmentRow(db, name);
  if (!row) throw segmentNotFound(db, name);
  return row;
}

export function segmentNotFound(db: Database, name: string): PortraitError {
  const nearest = nearestNames(
    name,
    segmentRows(db).map((row) => row.name),
  );
  return new PortraitError({
    code: 'SEGMENT_NOT_FOUND',
    message: `There is no segment named “${name}”.`,
    hint: nearest.length > 0 ? `Did you mean ${nearest.join(' or ')}?` : 'Choose one from the list of segments.',
    details: { segment: name, nearest },
  });
}

export function segmentExists(name: string): PortraitError {
  return new PortraitError({
    code: 'SEGMENT_EXISTS',
    message: `A segment named “${name}” already exists.`,
    hint: 'Choose another name, or replace it.',
    details: { segment: name },
  });
}

export function summaryOf({ id, name, size, created, definition }: SegmentRow): SegmentSummary {
  const parsed = parseStored(Definition, definition, `the definition of the segment “${name}”`);
  return { id: String(id), name, size, created, definition: parsed, rule: ruleText(parsed) };
}

/**
 * Returns the map used for the clusters of a segment's members: the one it was drawn on if it still exists, else the
 * newest.
 */
export function mapFor(db: Database, definition: Definition): string | null {
  const drawnOn = mapOf(definition);
  return drawnOn !== null && mapExists(db, drawnOn) ? drawnOn : (mapIds(db)[0] ?? null);
}
