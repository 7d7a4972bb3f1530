import type { Comparison, Value } from '../../../../shared/domain/rule.ts';
import { type Formula, isTextual } from '../../../../shared/domain/traits/formula.ts';
import { textSatisfies, usersWhere } from '../compare.ts';
import type { Mask } from '../masks.ts';

/** A value for each user, in the order of the users' ids. */
export type TraitColumn =
  /** NaN for no value. */
  | { readonly kind: 'number'; readonly values: Float64Array }
  /** Code 0 for no value, otherwise 1 + an index into `texts`. */
  | { readonly kind: 'text'; readonly codes: Int32Array; readonly texts: readonly string[] };

/** Returns the mask of users whose value satisfies a comparison; no value satisfies none. */
export function traitMask(column: TraitColumn, op: Comparison, value: Value): Mask {
  if (column.kind === 'number') return usersWhere(column.values, op, Number(value));
  const { codes, texts } = column;
  const table = Uint8Array.from([0, ...texts.map((text) => Number(textSatisfies(text, op, String(value))))]);
  return Uint8Array.from(codes, (code) => table[code]!);
}

/** Converts the values of a formula, null for none, to a column. */
export function columnOf(formula: Formula, values: readonly (number | string | null)[]): TraitColumn {
  if (!isTextual(formula))
    return {
      kind: 'number',
      values: Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value))),
    };
  const codeOf = new Map<string, number>();
  const codes = Int32Array.from(values, (value) => {
    if (value === null) return 0;
    const code = codeOf.get(String(value)) ?? codeOf.size + 1;
    codeOf.set(String(value), code);
    return code;
  });
  return { kind: 'text', codes, texts: [...codeOf.keys()] };
}

/** Returns the value of the user in a row; null for none. */
export function valueAt(column: TraitColumn, row: number): number | string | null {
  if (column.kind === 'text') return column.texts[column.codes[row]! - 1] ?? null;
  const value = column.values[row] ?? Number.NaN;
  return Number.isNaN(value) ? null : value;
}
