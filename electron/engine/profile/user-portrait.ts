import type { Database } from 'better-sqlite3';
import type { Output } from '../../../shared/contract/index.ts';
import { MeasureName } from '../../../shared/contract/profile.ts';
import { nearestNames } from '../../../shared/domain/nearest-names.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { eventsByMonth, hoursOfWeek } from '../store/events/timeline.ts';
import { clusterOf } from '../store/map/cluster-names.ts';
import { mapIds } from '../store/map/map-points.ts';
import { newestProfiledRun } from '../store/models/profiles.ts';
import { idOf, nameOf, namesOf } from '../store/names/name-lookup.ts';
import { userAttributes } from '../store/names/user-facts.ts';
import { allMeasures, quintile } from './all-measures.ts';
import { userInterests } from './interests.ts';
import { nearestUsers } from './nearest-users.ts';

const INTEREST_LIMIT = 8;
const MAX_NEAREST = 10;

/** Returns a user's id by name. Throws USER_NOT_FOUND. */
export function userId(db: Database, name: string): number {
  const id = idOf(db, 'users', name);
  if (id !== null) return id;
  const suggestions = nearestNames(name, namesOf(db, 'users', 5000));
  throw new PortraitError({
    code: 'USER_NOT_FOUND',
    message: `The user “${name}” does not exist.`,
    hint: suggestions.length > 0 ? `Did you mean ${suggestions.join(' or ')}?` : 'Choose one from the list of users.',
    details: { user: name, nearest: suggestions },
  });
}

/** Collects everything known about one user. */
export function userPortrait(db: Database, name: string, run = newestProfiledRun(db)): Output<'profile.user'> {
  const user = userId(db, name);
  const months = eventsByMonth(db, user);
  return {
    user: name,
    attributes: userAttributes(db, Int32Array.of(user)).get(user) ?? new Map<string, string>(),
    measures: measuresOf(db, user),
    gross: grossOf(db, user),
    interests: {
      categories: userInterests(db, user, 'category', INTEREST_LIMIT),
      brands: userInterests(db, user, 'brand', INTEREST_LIMIT),
      items: userInterests(db, user, 'item', INTEREST_LIMIT),
    },
    hours: hoursOfWeek(db, user),
    months: months.map((row) => row.month),
    monthly: Int32Array.from(months, (row) => row.events),
    cluster: clusterOf(db, mapIds(db)[0] ?? '', user),
    run,
    nearest: run === null ? [] : nearestWithNames(db, run, user),
  };
}

function measuresOf(db: Database, user: number): Output<'profile.user'>['measures'] {
  const measures = allMeasures(db);
  const row = measures.rowOf.get(user)!;
  const measureValue = (name: MeasureName) => {
    const value = measures[name][row]!;
    return { value: Number.isNaN(value) ? null : value, quintile: quintile(measures[name], value, name === 'recency') };
  };
  const [events, sessions, recency, frequency, monetary] = MeasureName.options.map(measureValue);
  return { events: events!, sessions: sessions!, recency: recency!, frequency: frequency!, monetary: monetary! };
}

function grossOf(db: Database, user: number): number {
  const { gross, rowOf } = allMeasures(db);
  return gross[rowOf.get(user)!]!;
}

function nearestWithNames(db: Database, run: string, user: number) {
  return nearestUsers(db, run, user, MAX_NEAREST).map((neighbour) => ({
    user: nameOf(db, 'users', neighbour.user),
    cosine: neighbour.cosine,
  }));
}
