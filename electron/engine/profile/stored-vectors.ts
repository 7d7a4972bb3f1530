import type { Database } from 'better-sqlite3';
import { PortraitError } from '../../../shared/errors.ts';
import { readVectors } from '../store/models/profiles.ts';

/** Returns the vectors of a run’s users as one table. Throws NO_PROFILES. */
export function storedVectors(db: Database, run: string): NonNullable<ReturnType<typeof readVectors>> {
  const vectors = readVectors(db, run);
  if (vectors) return vectors;
  throw noProfiles(run);
}

export function noProfiles(run: string): PortraitError {
  return new PortraitError({
    code: 'NO_PROFILES',
    message: `${run} has no profiles.`,
    hint: `Compute the profiles of ${run} first.`,
    details: { run },
  });
}
