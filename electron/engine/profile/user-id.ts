import type { Database } from 'better-sqlite3';
import { nearestNames } from '../../../shared/domain/nearest-names.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { idOf, namesOf } from '../store/names/name-lookup.ts';

/** Returns the id of a user. Throws USER_NOT_FOUND, with similar names in the hint. */
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
