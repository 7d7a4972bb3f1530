import type { Output } from '../../../../shared/contract/index.ts';
import type { TraitColumn } from '../../columns/traits/trait-column.ts';
import { userRows } from '../../columns/user-rows.ts';
import { userIds } from '../../store/columns/event-rows.ts';
import type { QueryState } from '../query-state.ts';

/** Returns the values of a trait that colour the points of a map. Throws RULE_UNKNOWN_NAME, TRAIT_CIRCULAR, … */
export function traitColour(
  state: QueryState,
  { map, name }: { readonly map: string; readonly name: string },
): Output<'map.colour'> {
  const column = state.trait(name);
  const { rowOf } = userRows(userIds(state.workspace.db));
  const rows = Int32Array.from(state.mapColumns(map).users, rowOf);
  if (column.kind === 'number') return { values: Float32Array.from(rows, (row) => column.values[row] ?? Number.NaN) };
  return textColour(column, rows);
}

/** Numbers the texts by frequency on the map, most frequent first; −1 for users without a value. */
function textColour({ codes, texts }: Extract<TraitColumn, { kind: 'text' }>, rows: Int32Array) {
  const counts = new Int32Array(texts.length + 1);
  for (const row of rows) counts[codes[row] ?? 0]!++;
  const order = texts.map((_, i) => i + 1).filter((code) => counts[code]! > 0);
  order.sort((a, b) => counts[b]! - counts[a]!);
  const labelOf = new Int32Array(texts.length + 1).fill(-1);
  order.forEach((code, label) => {
    labelOf[code] = label;
  });
  return {
    labels: order.map((code) => texts[code - 1]!),
    codes: rows.map((row) => labelOf[codes[row] ?? 0]!),
  };
}
