import type { TraitValues } from '../../../../shared/contract/traits.ts';
import { userRows } from '../../columns/user-rows.ts';
import { userIds } from '../../store/columns/event-rows.ts';
import type { QueryState } from '../query-state.ts';

/** Returns the values of a trait for some users. */
export function traitValuesOf(state: QueryState, name: string, users: readonly number[]): TraitValues {
  const column = state.trait(name);
  const { rowOf } = userRows(userIds(state.workspace.db));
  if (column.kind === 'number') return Float64Array.from(users, (user) => column.values[rowOf(user)] ?? Number.NaN);
  return users.map((user) => column.texts[column.codes[rowOf(user)]! - 1] ?? null);
}

/** Returns numbers by which users are ordered as by their values of a trait; NaN for none. */
export function traitRanks(state: QueryState, users: Int32Array, name: string): Float64Array {
  const column = state.trait(name);
  const { rowOf } = userRows(userIds(state.workspace.db));
  if (column.kind === 'number') return Float64Array.from(users, (user) => column.values[rowOf(user)] ?? Number.NaN);
  const { codes, texts } = column;
  const rankOf = new Float64Array(texts.length + 1).fill(Number.NaN);
  const order = texts.map((_, i) => i).sort((a, b) => (texts[a]! < texts[b]! ? -1 : 1));
  order.forEach((text, rank) => {
    rankOf[text + 1] = rank;
  });
  return Float64Array.from(users, (user) => rankOf[codes[rowOf(user)] ?? 0]!);
}
