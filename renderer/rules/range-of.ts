import type { Rule } from '../../shared/domain/rule.ts';

type Compared =
  | Extract<Rule, { measure: string }>
  | Extract<Rule, { attribute: string }>
  | ComputedTrait
  | PredictedNumber;
type ComputedTrait = Extract<Rule, { trait: string }>;
type PredictedNumber = Exclude<Extract<Rule, { prediction: string }>, { is: string }>;

/** A half-open range of a measure, an attribute, a trait or a prediction. */
export interface Range {
  /** The condition of the lower bound, which identifies what is compared. */
  of: Compared;
  low: number;
  high: number;
}

/** Returns the range formed by two conditions, such as `events >= 3 and events < 10`; null if they do not form one. */
export function rangeOf(rules: readonly Rule[]): Range | null {
  const [lower, upper, ...more] = rules;
  if (!lower || !upper || more.length > 0 || !isCompared(lower) || !isCompared(upper)) return null;
  if ('in' in lower || 'in' in upper || lower.op !== '>=' || upper.op !== '<') return null;
  if (typeof lower.value !== 'number' || typeof upper.value !== 'number') return null;
  return subjectOf(lower) === subjectOf(upper) ? { of: lower, low: lower.value, high: upper.value } : null;
}

function isCompared(rule: Rule): rule is Compared {
  return 'measure' in rule || 'attribute' in rule || 'trait' in rule || ('prediction' in rule && !('is' in rule));
}

function subjectOf(rule: Compared): string {
  if ('measure' in rule) return JSON.stringify(['measure', rule.measure]);
  if ('attribute' in rule) return JSON.stringify(['attribute', rule.attribute]);
  if ('trait' in rule) return JSON.stringify(['trait', rule.trait]);
  return JSON.stringify(['prediction', rule.prediction, rule.class ?? null]);
}
