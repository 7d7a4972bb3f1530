import type { Parsed } from '../../../shared/contract/index.ts';
import type { Members } from '../../../shared/contract/segment.ts';
import { sortedPage } from '../columns/sorted-page.ts';
import { clustersOfUsers, userAttributes, userNames } from '../store/names/user-facts.ts';
import type { QueryState } from './query-state.ts';
import { sortValues } from './user-order.ts';

export interface PageOptions {
  readonly offset: number;
  readonly limit: number;
  readonly order: Parsed<'explore.users'>['order'];
  readonly descending: boolean;
  /** Map of the clusters; null for none. */
  readonly map: string | null;
}

/** Returns the rows of users; `map` is that of their clusters, null for none. */
export function memberPage(state: QueryState, users: readonly number[], map: string | null): Members {
  const { db } = state.workspace;
  const sortedUsers = Int32Array.from(users).sort();
  const measures = state.measuresOf(sortedUsers);
  const rowOf = new Map([...sortedUsers].map((user, row) => [user, row]));
  const rows = users.map((user) => rowOf.get(user)!);
  const names = userNames(db, sortedUsers);
  const attributes = userAttributes(db, sortedUsers);
  const clusters = map === null ? null : clustersOfUsers(db, map, sortedUsers);
  const counts = (column: Int32Array) => Int32Array.from(rows, (row) => column[row]!);
  const numbers = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]!);
  return {
    users: rows.map((row) => names[row] ?? ''),
    attributes: users.map((user) => attributes.get(user) ?? new Map<string, string>()),
    events: counts(measures.events),
    sessions: counts(measures.sessions),
    recency: numbers(measures.recency),
    frequency: counts(measures.frequency),
    monetary: numbers(measures.monetary),
    cluster: users.map((user) => clusters?.get(user) ?? null),
  };
}

/** Returns the ids of one page of the members (ascending ids) in the requested order; unknown values come last. */
export function pageUsers(state: QueryState, members: Int32Array, page: PageOptions): number[] {
  const { offset, limit, order, descending, map } = page;
  const end = offset + limit;
  if (order === 'user') {
    const { length } = members;
    if (!descending) return [...members.subarray(offset, end)];
    return [...members.subarray(Math.max(0, length - end), Math.max(0, length - offset))].reverse();
  }
  const values = sortValues(state, members, order, map);
  return sortedPage(values, { offset, limit, descending }).map((row) => members[row]!);
}
