import type { Mapping } from '../../../../shared/domain/mapping.ts';
import { findPlaces, textAt } from './mapping-places.ts';

/**
 * Whether some user occurs in several of these rows with different values, as in a table of events or ratings. A table
 * of users has one row per user.
 */
export function repeatsUsers(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  mapping: Mapping,
): boolean {
  if (mapping.user === undefined) return false;
  const user = findPlaces({ columns, mapping: { user: mapping.user } }).fields.get('user') ?? [];
  const rowOfUser = new Map<string, string>();
  return rows.some((row) => {
    const name = textAt(user, row);
    if (name === '') return false;
    const text = row.join('\u0000');
    const earlier = rowOfUser.get(name);
    rowOfUser.set(name, text);
    return earlier !== undefined && earlier !== text;
  });
}
