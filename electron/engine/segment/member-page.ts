import type { Database } from 'better-sqlite3';
import type { z } from 'zod';
import type { MemberOrder, Members } from '../../../shared/contract/segment.ts';
import { firstOf } from '../columns/first-of.ts';
import type { Measures } from '../store/events/measures.ts';
import { clustersOfUsers, userAttributes, userNames } from '../store/names/user-facts.ts';

export interface PageOptions {
  readonly offset: number;
  readonly limit: number;
  readonly order: z.infer<typeof MemberOrder>;
  readonly descending: boolean;
}

/**
 * Returns one page of the members, given by their measures by ascending id, in the requested order; unknown values come
 * last.
 */
export function memberPage(
  db: Database,
  measures: Omit<Measures, 'gross'>,
  map: string | null,
  page: PageOptions,
): Members {
  const members = measures.users;
  const rows = sortedRows(
    page.order === 'user' ? null : measures[page.order],
    members.length,
    page.descending,
    page.offset + page.limit,
  );
  const pageRows = rows.slice(page.offset, page.offset + page.limit);
  const users = pageRows.map((row) => members[row]!);
  const sortedUsers = Int32Array.from(users).sort();
  const names = new Map(userNames(db, sortedUsers).map((name, i) => [sortedUsers[i]!, name]));
  const attributes = userAttributes(db, sortedUsers);
  const clusters = map === null ? null : clustersOfUsers(db, map, sortedUsers);
  const counts = (column: Int32Array) => Int32Array.from(pageRows, (row) => column[row]!);
  const numbers = (column: Float64Array) => Float64Array.from(pageRows, (row) => column[row]!);
  return {
    users: users.map((user) => names.get(user) ?? ''),
    attributes: users.map((user) => attributes.get(user) ?? new Map<string, string>()),
    events: counts(measures.events),
    sessions: counts(measures.sessions),
    recency: numbers(measures.recency),
    frequency: counts(measures.frequency),
    monetary: numbers(measures.monetary),
    cluster: users.map((user) => clusters?.get(user) ?? null),
  };
}

/** Number of rows up to which the first ones are found without sorting all. */
const FEW = 1000;

/** Returns at least the first `needed` rows in the order of a column, which is that of the ids if it is null. */
function sortedRows(column: ArrayLike<number> | null, length: number, descending: boolean, needed: number): number[] {
  const rows = Array.from({ length }, (_, row) => row);
  if (!column) return descending ? rows.reverse() : rows;
  const sign = descending ? -1 : 1;
  const compare = (a: number, b: number) => {
    const [left, right] = [column[a]!, column[b]!];
    if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
    return sign * (left - right);
  };
  return needed <= FEW
    ? firstOf(rows, needed, (a, b) => compare(a, b) < 0)
    : rows.sort((a, b) => compare(a, b) || a - b);
}
