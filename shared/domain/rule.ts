import { z } from 'zod';
import { CUSTOMER_SCORES, type CustomerScore, PURCHASE_DAYS, type PurchaseDay, RFM_NAMES } from './customer-words.ts';
import { LIFE_STAGES, type LifeStage } from './life-stage.ts';
import type { RfmName } from './rfm.ts';
import { tooManyConditions } from './rule-errors.ts';
import { isDay } from './time/calendar-day.ts';
import { isPeriod } from './time/period.ts';

export const comparisons = ['=', '!=', '<', '<=', '>', '>='] as const;
export const measures = ['recency', 'frequency', 'monetary', 'events', 'sessions'] as const;

export const Comparison = z.enum(comparisons);
export type Comparison = z.infer<typeof Comparison>;

/**
 * `recency`: days between the user's last event and the workspace's last event; `frequency`: number of purchases;
 * `monetary`: money spent on them less returns; `events`, `sessions`: their number.
 */
export const Measure = z.enum(measures);
export type Measure = z.infer<typeof Measure>;

const Hour = z.number().int().min(0).max(23);
/** A day of the calendar: 2024-05-31. */
const Day = z.string().refine(isDay);
/** Maximum number of price bounds. */
export const MAX_PRICE_BOUNDS = 4;

/** Filter of events. An omitted field, or an action of null, matches any. */
export const Behaviour = z.strictObject({
  action: z.string().min(1).nullable(),
  /** A category including its subcategories: `数码` contains `数码/手机`. */
  category: z.string().min(1).exactOptional(),
  brand: z.string().min(1).exactOptional(),
  item: z.string().min(1).exactOptional(),
  /** Only events in this many days before the workspace's last event. */
  days: z.number().positive().exactOptional(),
  /**
   * Only events from the first to the last day, both included, in the workspace's time zone. Events without a date do not
   * match.
   */
  from: Day.exactOptional(),
  to: Day.exactOptional(),
  /**
   * Only events from the first to the last hour of the day (0 to 23, both included) in the workspace's time zone; wraps
   * around midnight if the first is greater. Events without a time of day do not match.
   */
  hours: z.tuple([Hour, Hour]).exactOptional(),
  /** Only events whose unit price satisfies all bounds; events of unknown price do not match. */
  price: z
    .array(z.strictObject({ op: Comparison, value: z.number() }))
    .min(1)
    .max(MAX_PRICE_BOUNDS)
    .exactOptional(),
});
export type Behaviour = z.infer<typeof Behaviour>;

export type Value = string | number;

/** Minimum and maximum number of vertices of a polygon; the maximum also limits the users that a condition names. */
export const POLYGON_SIZE = { least: 3, most: 400 };
export const MAX_NAMED_USERS = 1000;

/** Area of a map, in its coordinates; closed implicitly. */
export const Lasso = z.strictObject({
  map: z.string().min(1),
  polygon: z
    .array(z.tuple([z.number(), z.number()]))
    .min(POLYGON_SIZE.least)
    .max(POLYGON_SIZE.most),
});
export type Lasso = z.infer<typeof Lasso>;

const Period = z.string().refine(isPeriod, 'expected a year, a month or a day');

/** A condition on a customer, a user with a dated purchase, at the end of the data; docs/PORTRAIT.md has the terms. */
export type CustomerCondition =
  /** Life stage at the end of the data, or of a period (`2026`, `2026-03`, `2026-03-08`) before. */
  | { lifeStage: LifeStage; at?: string }
  | { rfm: RfmName }
  | { score: CustomerScore; op: Comparison; value: number }
  /** Days with a purchase, compared with a period: `=` is within, `<` before it, `<=` before its end. */
  | { purchaseDay: PurchaseDay; op: Comparison; period: string };

/**
 * Membership rule of a segment. A comparison with an attribute, a recency or a score that is unknown for a user is
 * false. The grammar with examples is in `docs/RULES.md`.
 */
export type Rule =
  | { all: Rule[] }
  | { any: Rule[] }
  | { not: Rule }
  | { count: Behaviour; op: Comparison; value: number }
  | { sum: Behaviour; op: Comparison; value: number }
  | { attribute: string; op: Comparison; value: Value }
  | { attribute: string; in: Value[] }
  | { measure: Measure; op: Comparison; value: number }
  | { map: string; cluster: number }
  /** Users by their names. */
  | { users: string[] }
  /** Members of a saved segment. */
  | { segment: string }
  | { lasso: Lasso }
  | CustomerCondition
  /** Most probable class of the newest scored prediction of this name. */
  | { prediction: string; is: string }
  /** Predicted number, or the probability of a class; without `class`, that of “yes”. */
  | { prediction: string; class?: string; op: Comparison; value: number }
  /** A computed trait, by its name. */
  | { trait: string; op: Comparison; value: Value };

/** Maximum length of a rule as text. */
export const MAX_RULE_LENGTH = 40_000;
/** Maximum size of a group, nesting depth, and number of conditions; no rule written by a person exceeds them. */
export const MAX_GROUP_SIZE = 200;
export const MAX_GROUP_DEPTH = 30;
export const MAX_CONDITIONS = 500;

/** Nesting depth and number of values up to which an input is validated by recursion. */
const INPUT_LIMITS = { depth: 20 * MAX_GROUP_DEPTH, values: 1_000_000 };

const Value = z.union([z.string(), z.number()]);
const Group = z
  .array(z.lazy(() => Node))
  .min(1)
  .max(MAX_GROUP_SIZE);

const Node: z.ZodType<Rule, Rule> = z.union([
  z.strictObject({ all: Group }),
  z.strictObject({ any: Group }),
  z.strictObject({ not: z.lazy(() => Node) }),
  z.strictObject({ count: Behaviour, op: Comparison, value: z.number() }),
  z.strictObject({ sum: Behaviour, op: Comparison, value: z.number() }),
  z.strictObject({ attribute: z.string().min(1), op: Comparison, value: Value }),
  z.strictObject({ attribute: z.string().min(1), in: z.array(Value).min(1).max(1000) }),
  z.strictObject({ measure: Measure, op: Comparison, value: z.number() }),
  z.strictObject({ map: z.string().min(1), cluster: z.number().int() }),
  z.strictObject({ users: z.array(z.string().min(1)).min(1).max(MAX_NAMED_USERS) }),
  z.strictObject({ segment: z.string().min(1) }),
  z.strictObject({ lasso: Lasso }),
  z.strictObject({ lifeStage: z.enum(LIFE_STAGES), at: Period.exactOptional() }),
  z.strictObject({ rfm: z.enum(RFM_NAMES) }),
  z.strictObject({ score: z.enum(CUSTOMER_SCORES), op: Comparison, value: z.number() }),
  z.strictObject({ purchaseDay: z.enum(PURCHASE_DAYS), op: Comparison, period: Period }),
  z.strictObject({ prediction: z.string().min(1), is: z.string().min(1) }),
  z.strictObject({
    prediction: z.string().min(1),
    class: z.string().min(1).exactOptional(),
    op: Comparison,
    value: z.number(),
  }),
  z.strictObject({ trait: z.string().min(1), op: Comparison, value: Value }),
]);
export const Rule: z.ZodType<Rule, Rule> = z.custom<Rule>(isBounded, 'too deep or too large').pipe(Node);

/** Rule of a call. Its conditions are counted before they are validated; throws RULE_TOO_LARGE. */
export const RuleInput: z.ZodType<Rule, Rule> = z
  .custom<Rule>((input) => isBounded(input) && requireFewConditions(input), 'too deep or too large')
  .pipe(Node);

/** Whether an input may be validated by recursion. Does not recurse; counts a value at each place that refers to it. */
function isBounded(input: unknown): boolean {
  let count = 0;
  let level = [input];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > INPUT_LIMITS.depth) return false;
    const nextLevel: unknown[] = [];
    for (const parent of level) {
      if (typeof parent !== 'object' || parent === null) continue;
      const values = Object.values(parent);
      count += values.length;
      if (count > INPUT_LIMITS.values) return false;
      for (const value of values) nextLevel.push(value);
    }
    level = nextLevel;
  }
  return true;
}

/** Whether a condition is about what is known of customers. */
export function isCustomerCondition(rule: Rule): rule is CustomerCondition {
  return 'lifeStage' in rule || 'rfm' in rule || 'score' in rule || 'purchaseDay' in rule;
}

/** Returns the members of a group, or the negated rule; none for a condition. */
export function partsOf(rule: Rule): readonly Rule[] {
  if ('not' in rule) return [rule.not];
  return 'all' in rule ? rule.all : 'any' in rule ? rule.any : [];
}

/** Returns true. Throws RULE_TOO_LARGE if a rule, which need not be valid, has more conditions than are allowed. */
export function requireFewConditions(rule: unknown): true {
  const conditions = countConditions(rule);
  if (conditions > MAX_CONDITIONS) throw tooManyConditions(conditions, MAX_CONDITIONS);
  return true;
}

function countConditions(rule: unknown): number {
  if (typeof rule !== 'object' || rule === null) return 1;
  if ('not' in rule) return countConditions(rule.not);
  const parts = 'all' in rule ? rule.all : 'any' in rule ? rule.any : null;
  return Array.isArray(parts) ? parts.reduce((sum: number, part) => sum + countConditions(part), 0) : 1;
}

/** Returns the rule with groups of one replaced by their member. */
export function simplify(rule: Rule): Rule {
  if ('not' in rule) return { not: simplify(rule.not) };
  if ('all' in rule) return rule.all.length === 1 ? simplify(rule.all[0]!) : { all: rule.all.map(simplify) };
  if ('any' in rule) return rule.any.length === 1 ? simplify(rule.any[0]!) : { any: rule.any.map(simplify) };
  return rule;
}
