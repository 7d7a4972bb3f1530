import { findPlaces } from '../detect/mapping-places.ts';
import type { LoadedFile } from '../stage/load-file.ts';

const ZONED = /(?:Z|UTC|GMT|[+-]\d\d:?\d\d)$/i;
/** Unix timestamps do not depend on a zone. */
const EPOCH = /^-?\d+(?:\.\d+)?$/;

/** Whether a file's times have a time of day but no zone, and none was specified in the request. */
export function isZoneAssumed({ opened, inspection, staged }: LoadedFile): boolean {
  if (staged.timeKind !== 'clock' || opened.request.zone !== undefined || inspection.layout === 'sequences')
    return false;
  const times = findPlaces(inspection).fields.get('time') ?? [];
  const values = inspection.rows.flatMap((row) =>
    times.flatMap((place) => ('column' in place ? row[place.column]?.trim() || [] : [])),
  );
  return values.some((value) => !ZONED.test(value) && !EPOCH.test(value));
}
