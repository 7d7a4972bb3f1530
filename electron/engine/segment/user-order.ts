import type { Parsed } from '../../../shared/contract/index.ts';
import { type AttributeColumn, readAttributes } from '../columns/attribute-columns.ts';
import { userRows } from '../columns/user-rows.ts';
import { userIds } from '../store/columns/event-rows.ts';
import type { QueryState } from './query-state.ts';
import { ruleIds } from './rule-ids.ts';
import { traitRanks } from './traits/trait-values-of.ts';

type UserOrder = Exclude<Parsed<'explore.users'>['order'], 'user'>;

/**
 * Returns numbers by which users (ids, ascending) are ordered; NaN for unknown values. `map` is that of the clusters, null
 * for none. Throws RULE_UNKNOWN_NAME for an attribute or a trait that does not exist.
 */
export function sortValues(
  state: QueryState,
  users: Int32Array,
  order: UserOrder,
  map: string | null,
): ArrayLike<number> {
  if (order === 'cluster') return clusterRanks(state, users, map);
  if (typeof order === 'string') return state.measureOf(order, users);
  return 'trait' in order ? traitRanks(state, users, order.trait) : attributeRanks(state, users, order.attribute);
}

function attributeRanks(state: QueryState, users: Int32Array, name: string): Float64Array {
  const { workspace } = state;
  const id = ruleIds(workspace).attribute(name);
  const columns = state.columnsFor(users.length);
  const rows = columns?.rows ?? userRows(userIds(workspace.db));
  const column = (columns?.attributes ?? readAttributes(workspace.db, rows)).get(id);
  if (!column) return new Float64Array(users.length).fill(Number.NaN);
  const ranks = ranksOfValues(column);
  return Float64Array.from(users, (user) => ranks[column.codes[rows.rowOf(user)] ?? 0]!);
}

/** Ranks of the values by code: as numbers if all of them are numbers, else in alphabetical order; NaN for code 0. */
function ranksOfValues({ values, numbers }: AttributeColumn): Float64Array {
  const ranks = new Float64Array(values.length + 1).fill(Number.NaN);
  if (!numbers.some(Number.isNaN)) ranks.set(numbers, 1);
  else {
    const order = values.map((_, i) => i).sort((a, b) => (values[a]! < values[b]! ? -1 : 1));
    for (const [rank, value] of order.entries()) ranks[value + 1] = rank;
  }
  return ranks;
}

/** Clusters of users by number; NaN for those in none. */
function clusterRanks(state: QueryState, users: Int32Array, map: string | null): Float64Array {
  const ranks = new Float64Array(users.length).fill(Number.NaN);
  if (map === null) return ranks;
  const { users: onMap, cluster } = state.mapColumns(map);
  let point = 0;
  for (let i = 0; i < users.length; i++) {
    while (point < onMap.length && onMap[point]! < users[i]!) point++;
    if (onMap[point] === users[i] && cluster[point]! >= 0) ranks[i] = cluster[point]!;
  }
  return ranks;
}
