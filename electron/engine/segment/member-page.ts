import type { Parsed } from '../../../shared/contract/index.ts';
import type { Members } from '../../../shared/contract/segment.ts';
import { firstOf } from '../columns/first-of.ts';
import { clustersOfUsers, userAttributes, userNames } from '../store/names/user-facts.ts';
import type { QueryState } from './query-state.ts';
import { traitRanks } from './traits/trait-values-of.ts';

export interface PageOptions {
  readonly offset: number;
  readonly limit: number;
  readonly order: Parsed<'explore.users'>['order'];
  readonly descending: boolean;
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

/** Maximum end of a page for which the rows are selected without a full sort. */
const FEW_ROWS = 1000;

/** Returns the ids of one page of the members (ascending ids) in the requested order; unknown values come last. */
export function pageUsers(state: QueryState, members: Int32Array, page: PageOptions): number[] {
  const { offset, limit, order, descending } = page;
  const end = offset + limit;
  if (order === 'user') {
    const { length } = members;
    if (!descending) return [...members.subarray(offset, end)];
    return [...members.subarray(Math.max(0, length - end), Math.max(0, length - offset))].reverse();
  }
  const column = typeof order === 'string' ? state.measuresOf(members)[order] : traitRanks(state, members, order.trait);
  const sign = descending ? -1 : 1;
  const compare = (a: number, b: number) => {
    const [left, right] = [column[a]!, column[b]!];
    if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
    return sign * (left - right);
  };
  const rows = Array.from(members.keys());
  const sorted =
    end <= FEW_ROWS ? firstOf(rows, end, (a, b) => compare(a, b) < 0) : rows.sort((a, b) => compare(a, b) || a - b);
  return sorted.slice(offset, end).map((row) => members[row]!);
}
