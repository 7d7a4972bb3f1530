import { findPlaces } from '../detect/mapping-places.ts';
import type { LoadedFile } from './load-file.ts';

const ZONED = /(?:Z|UTC|GMT|[+-]\d\d:?\d\d)$/i;
/** Unix timestamps do not depend on a zone. */
const EPOCH = /^-?\d+(?:\.\d+)?$/;

/** Whether a time is written with its zone or its offset, or does not depend on one. */
export const hasZone = (time: string): boolean => ZONED.test(time) || EPOCH.test(time);

/** Returns the times in the first rows of a file, as they are written. */
export function sampledTimes({ inspection }: LoadedFile): string[] {
  if (inspection.layout === 'sequences') return [];
  const times = findPlaces(inspection).fields.get('time') ?? [];
  return inspection.rows.flatMap((row) =>
    times.flatMap((place) => ('column' in place ? row[place.column]?.trim() || [] : [])),
  );
}
