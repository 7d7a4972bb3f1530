import type { Behaviour, Measure } from '../rule.ts';

/** Values of an event. `day` is its date in the workspace's time zone, `amount` its monetary value. */
export const eventValues = ['category', 'brand', 'item', 'action', 'day', 'hour', 'price', 'amount'] as const;
export type EventValue = (typeof eventValues)[number];

/** Values of an event that are numbers. */
export const numberValues = ['hour', 'price', 'amount'] as const;
/** Values of an event of which there is a sum and a mean. */
export const summedValues = ['price', 'amount'] as const;
export type SummedValue = (typeof summedValues)[number];

export const periods = ['days', 'weeks', 'months'] as const;
export type Period = (typeof periods)[number];

/** A function of the events of one user that match a filter. */
export type Aggregate =
  /** Number of events. */
  | { readonly kind: 'count'; readonly of: Behaviour }
  /** Sum of a value, 0 for none; its mean. Events without the value do not count. */
  | { readonly kind: 'sum' | 'mean'; readonly value: SummedValue; readonly of: Behaviour }
  /**
   * Number of distinct values; the most frequent value, of several that of the most recent event; the value of the first
   * and of the last event that has one.
   */
  | {
      readonly kind: 'distinct' | 'mostFrequent' | 'first' | 'last';
      readonly value: EventValue;
      readonly of: Behaviour;
    }
  /** Days from the first or last dated event to the last event of the workspace. */
  | { readonly kind: 'daysSince'; readonly event: 'first' | 'last'; readonly of: Behaviour }
  /** Longest series of consecutive days, weeks or months with an event each; 0 for none. Weeks begin on Monday. */
  | { readonly kind: 'streak'; readonly period: Period; readonly of: Behaviour };

export type Operator = '+' | '-' | '*' | '/';

/**
 * Formula of a computed trait: a number or a text for each user, or no value. A calculation with an operand that has no
 * value has none, and neither has a division by zero. The grammar with examples is in `docs/TRAITS.md`.
 */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'measure'; readonly measure: Measure }
  /** Another trait, by its name. */
  | { readonly kind: 'trait'; readonly trait: string }
  | Aggregate
  | { readonly kind: 'calculation'; readonly operator: Operator; readonly left: Formula; readonly right: Formula };

/** Maximum number of operands of a formula, those of the traits that it refers to included. */
export const MAX_OPERANDS = 50;
/** Maximum length of a formula as text. */
export const MAX_FORMULA_LENGTH = 20_000;

/** Whether the values of an aggregate are texts. */
export function isTextual(formula: Formula): boolean {
  if (formula.kind !== 'mostFrequent' && formula.kind !== 'first' && formula.kind !== 'last') return false;
  return !isNumberValue(formula.value);
}

export function isNumberValue(value: EventValue): boolean {
  return numberValues.some((name) => name === value);
}

/** Returns the operands of a formula from left to right. */
export function operandsOf(formula: Formula): Formula[] {
  if (formula.kind !== 'calculation') return [formula];
  return [...operandsOf(formula.left), ...operandsOf(formula.right)];
}

/** Returns the formula with each operand replaced. */
export function mapOperands(formula: Formula, change: (operand: Formula) => Formula): Formula {
  if (formula.kind !== 'calculation') return change(formula);
  const { left, right } = formula;
  return { ...formula, left: mapOperands(left, change), right: mapOperands(right, change) };
}

/** Returns the names of the traits that a formula refers to. */
export function traitsIn(formula: Formula): string[] {
  const names = operandsOf(formula).flatMap((operand) => (operand.kind === 'trait' ? [operand.trait] : []));
  return [...new Set(names)];
}
