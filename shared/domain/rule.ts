import { z } from 'zod';

export const comparisons = ['=', '!=', '<', '<=', '>', '>='] as const;
export const measures = ['recency', 'frequency', 'monetary', 'events', 'sessions'] as const;

export const Comparison = z.enum(comparisons);
export type Comparison = z.infer<typeof Comparison>;

/**
 * `recency`: days from the user's last event to the workspace's last; `frequency`: purchases; `monetary`: their money;
 * `events`, `sessions`: how many.
 */
export const Measure = z.enum(measures);
export type Measure = z.infer<typeof Measure>;

/** Which events are meant. What is left out, or an action of null, means any. */
export const Behaviour = z.strictObject({
  action: z.string().min(1).nullable(),
  /** A category with all that lies under it: `数码` has `数码/手机` in it. */
  category: z.string().min(1).exactOptional(),
  brand: z.string().min(1).exactOptional(),
  item: z.string().min(1).exactOptional(),
  /** Only the last so many days before the workspace's last event. */
  days: z.number().positive().exactOptional(),
});
export type Behaviour = z.infer<typeof Behaviour>;

export type Value = string | number;

/** Who belongs to a segment. A user of whom an attribute or the recency is unknown matches no comparison with it. */
export type Rule =
  | { all: Rule[] }
  | { any: Rule[] }
  | { not: Rule }
  | { count: Behaviour; op: Comparison; value: number }
  | { sum: Behaviour; op: Comparison; value: number }
  | { attribute: string; op: Comparison; value: Value }
  | { attribute: string; in: Value[] }
  | { measure: Measure; op: Comparison; value: number }
  | { map: string; cluster: number };

/** More than this in one group, or groups this deep, is no rule that a person wrote. */
export const LARGEST_GROUP = 200;
export const DEEPEST_GROUP = 30;

const Value = z.union([z.string(), z.number()]);
const Group = z
  .array(z.lazy(() => Node))
  .min(1)
  .max(LARGEST_GROUP);

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
]);
export const Rule: z.ZodType<Rule, Rule> = Node;

/** The same rule without groups of one. */
export function simplify(rule: Rule): Rule {
  if ('not' in rule) return { not: simplify(rule.not) };
  if ('all' in rule) return rule.all.length === 1 ? simplify(rule.all[0]!) : { all: rule.all.map(simplify) };
  if ('any' in rule) return rule.any.length === 1 ? simplify(rule.any[0]!) : { any: rule.any.map(simplify) };
  return rule;
}
