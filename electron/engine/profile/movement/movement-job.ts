import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import { rankCorrelation } from '../../../../shared/domain/rank-correlation.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { firstOf } from '../../columns/first-of.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { readRecord } from '../../runs/run-record.ts';
import { eventsSince, importAt } from '../../store/events/events-since.ts';
import { requireRun } from '../../store/models/runs.ts';
import { nameOf } from '../../store/names/name-lookup.ts';
import { storedVectors } from '../stored-vectors.ts';
import { commonUsers } from './common-users.ts';
import { alignVectors } from './procrustes.ts';
import { shiftsOf } from './shifts.ts';

type Input = Parsed<'profile.movement'>;

/**
 * Aligns the vectors of two runs and returns the users whose vectors differ most, with how their new events differ from
 * their earlier ones. Throws RUN_NOT_FOUND, NO_PROFILES, NO_COMMON_USERS and RUN_DAMAGED.
 */
export const movementJob: JobFunction<Input, Output<'profile.movement'>> = async ({ run, base, limit }, context) => {
  const started = performance.now();
  const { db, path } = context.workspace;
  for (const id of [run, base]) requireRun(db, id);
  const [now, then] = [storedVectors(db, run), storedVectors(db, base)];
  const { users, from, to } = commonUsers(then, now);
  if (users.length < 3) throw noCommonUsers(run, base);
  context.checkCancelled();
  const { fit, distances } = alignVectors(from, to);
  const lastImport = importAt(db, readRecord(path, base).data.imports.length);
  const recent = eventsSince(db, lastImport);
  const newEvents = Float64Array.from(users, (user) => recent.get(user) ?? 0);
  const rows = firstOf(
    Uint32Array.from(users, (_, row) => row),
    limit,
    (a, b) => distances[a]! > distances[b]!,
  );
  return {
    ...{ run, base, fit, users: users.length },
    onlyRun: now.users.length - users.length,
    onlyBase: then.users.length - users.length,
    newEvents: newEvents.reduce((sum, events) => sum + events, 0),
    correlation: newEvents.some((events) => events > 0) ? rankCorrelation(distances, newEvents) : null,
    movers: [...rows].map((row) => ({
      user: nameOf(db, 'users', users[row]!),
      distance: distances[row]!,
      newEvents: newEvents[row]!,
      shifts: newEvents[row]! > 0 ? shiftsOf(db, users[row]!, lastImport) : [],
    })),
    seconds: (performance.now() - started) / 1000,
  };
};

function noCommonUsers(run: string, base: string): PortraitError {
  return new PortraitError({
    code: 'NO_COMMON_USERS',
    message: `${run} and ${base} have profiles of fewer than three of the same users.`,
    hint: 'Compute the profiles of both again.',
    details: { run, base },
  });
}
