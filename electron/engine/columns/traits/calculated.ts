import type { Operator } from '../../../../shared/domain/traits/formula.ts';
import type { TraitColumn } from './trait-column.ts';

const CALCULATE: Readonly<Record<Operator, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

/**
 * Calculates with the numbers of each user. There is no value where an operand has none, where the divisor is 0, or
 * where the result is too large.
 */
export function calculated(operator: Operator, left: TraitColumn, right: TraitColumn): TraitColumn {
  const calculate = CALCULATE[operator];
  const [a, b] = [numbersOf(left), numbersOf(right)];
  const values = a.map((number, user) => {
    const value = calculate(number, b[user]!);
    return Number.isFinite(value) ? value : Number.NaN;
  });
  return { kind: 'number', values };
}

/** Texts, with which a formula cannot calculate, are no numbers. */
function numbersOf(column: TraitColumn): Float64Array {
  return column.kind === 'number' ? column.values : new Float64Array(column.codes.length).fill(Number.NaN);
}
