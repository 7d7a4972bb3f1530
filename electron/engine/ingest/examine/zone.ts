import type { LoadedFile } from '../stage/load-file.ts';
import { hasZone, sampledTimes } from '../stage/sampled-times.ts';

/** Whether a file's times have a time of day but no zone, and none was specified in the request. */
export function isZoneAssumed(loaded: LoadedFile): boolean {
  const { opened, staged } = loaded;
  if (staged.timeKind !== 'clock' || opened.request.zone !== undefined) return false;
  return sampledTimes(loaded).some((time) => !hasZone(time));
}
