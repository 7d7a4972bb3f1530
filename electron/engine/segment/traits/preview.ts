import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import { isTextual } from '../../../../shared/domain/traits/formula.ts';
import { printFormula } from '../../../../shared/domain/traits/formula-print.ts';
import { type TraitColumn, valueAt } from '../../columns/traits/trait-column.ts';
import { userIds } from '../../store/columns/event-rows.ts';
import { userNames } from '../../store/names/user-facts.ts';
import type { QueryState } from '../query-state.ts';
import { numberDistribution, textDistribution } from './distribution.ts';
import { parsedFormula, withoutReferences } from './expanded-formula.ts';

const EXAMPLES = 5;

/** Computes a formula for all users. Throws RULE_SYNTAX, RULE_UNKNOWN_NAME, TRAIT_CIRCULAR, … and CANCELLED. */
export function traitPreview(
  state: QueryState,
  { formula: text, name }: Parsed<'traits.preview'>,
): Output<'traits.preview'> {
  const { db } = state.workspace;
  const formula = parsedFormula(db, text);
  const expanded = withoutReferences(db, formula, name);
  const column = state.evaluator().trait(expanded);
  state.checkCancelled();
  const rows = rowsWithValue(column);
  const distribution = column.kind === 'number' ? numberDistribution(column.values) : textDistribution(column);
  return {
    formula: printFormula(formula),
    kind: isTextual(expanded) ? 'text' : 'number',
    users: column.kind === 'number' ? column.values.length : column.codes.length,
    known: rows.length,
    distribution,
    examples: examplesOf(state, column, rows),
  };
}

/** Returns the rows of the users who have a value; in ascending order of numbers. */
function rowsWithValue(column: TraitColumn): Int32Array {
  const length = column.kind === 'number' ? column.values.length : column.codes.length;
  const rows = Int32Array.from({ length }, (_, row) => row);
  if (column.kind === 'text') return rows.filter((row) => column.codes[row] !== 0);
  const { values } = column;
  return rows.filter((row) => !Number.isNaN(values[row])).sort((a, b) => values[a]! - values[b]!);
}

/** Returns users at equal distances: the quartiles of numbers. */
function examplesOf({ workspace: { db } }: QueryState, column: TraitColumn, rows: Int32Array) {
  const count = Math.min(EXAMPLES, rows.length);
  const places = Array.from({ length: count }, (_, i) => Math.round((i / Math.max(1, count - 1)) * (rows.length - 1)));
  const users = userIds(db);
  return places.map((place) => {
    const row = rows[place]!;
    const [user = ''] = userNames(db, users.subarray(row, row + 1));
    return { user, value: valueAt(column, row) ?? '' };
  });
}
