import { type TraitColumn, valueAt } from '../../columns/traits/trait-column.ts';
import { userRows } from '../../columns/user-rows.ts';
import type { Cell } from '../../files/export-file.ts';
import { userIds } from '../../store/columns/event-rows.ts';
import type { QueryState } from '../query-state.ts';
import { evaluatedTraits } from './trait-features.ts';

/** Values of all traits that can be evaluated, for all users, ascending by id. */
export interface TraitTable {
  readonly users: Int32Array;
  readonly traits: readonly { readonly name: string; readonly column: TraitColumn }[];
}

export const NO_TRAITS: TraitTable = { users: new Int32Array(), traits: [] };

export function traitTable(state: QueryState): TraitTable {
  return { users: userIds(state.workspace.db), traits: evaluatedTraits(state) };
}

/** Significant digits of an exported number, which hide the errors of binary fractions. */
const DIGITS = 12;

/** Columns of traits in an export: their names, which no other column has, and the cells of a user. */
export interface TraitCells {
  readonly header: readonly string[];
  cellsOf(user: number): Cell[];
}

/** `columns`: names of the other columns. A trait of the same name is exported as `trait_…`. */
export function traitCells({ users, traits }: TraitTable, columns: readonly string[]): TraitCells {
  const { rowOf } = userRows(users);
  const taken = new Set(columns);
  return {
    header: traits.map(({ name }) => (taken.has(name) ? `trait_${name}` : name)),
    cellsOf(user) {
      const row = rowOf(user);
      return traits.map(({ column }) => {
        const value = row === -1 ? null : valueAt(column, row);
        return typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value;
      });
    },
  };
}
