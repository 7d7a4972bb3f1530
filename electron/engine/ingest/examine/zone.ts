import { findPlaces } from '../detect/mapping-places.ts';
import type { LoadedFile } from '../stage/load-file.ts';

const ZONED = /(?:Z|UTC|GMT|[+-]\d\d:?\d\d)$/i;
/** Seconds and the like count from one moment everywhere. */
const EPOCH = /^-?\d+(?:\.\d+)?$/;

/** Whether a file's times have a clock but no zone, and nobody said which it is. */
export function isZoneAssumed({ opened, inspection, staged }: LoadedFile): boolean {
  if (staged.timeKind !== 'clock' || opened.request.zone !== undefined || inspection.layout === 'sequences')
    return false;
  const times = findPlaces(inspection).fields.get('time') ?? [];
  const values = inspection.rows.flatMap((row) =>
    times.flatMap((place) => ('column' in place ? row[place.column]?.trim() || [] : [])),
  );
  return values.some((value) => !ZONED.test(value) && !EPOCH.test(value));
}
