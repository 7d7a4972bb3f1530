import type { Rule } from '../../shared/domain/rule.ts';
import { rangeOf } from './range-of.ts';

/** Conditions that must all hold; an empty list selects everyone. */
export type Conjunction = readonly Rule[];

/** Returns the conditions of a rule: the parts of a conjunction, including nested ones, or the rule itself. */
export function conditionsOf(rule: Rule | null): Conjunction {
  if (rule === null) return [];
  return 'all' in rule ? rule.all.flatMap(conditionsOf) : [rule];
}

/** Returns the rule of some conditions; null for none. */
export function ruleOfConditions(conditions: Conjunction): Rule | null {
  const [first] = conditions;
  if (first === undefined) return null;
  return conditions.length === 1 ? first : { all: [...conditions] };
}

/** Conditions that are shown and removed together. */
export interface Chip {
  rule: Rule;
  /** Indices of the conditions in the conjunction. */
  places: readonly number[];
}

/** Returns the chips of a conjunction: one per condition; the two conditions of a range share one. */
export function chipsOf(conditions: Conjunction): Chip[] {
  const chips: Chip[] = [];
  for (let i = 0; i < conditions.length; i++) {
    const pair = conditions.slice(i, i + 2);
    if (rangeOf(pair)) chips.push({ rule: { all: pair }, places: [i, ++i] });
    else chips.push({ rule: conditions[i]!, places: [i] });
  }
  return chips;
}

/** Returns the conditions without those of a chip. */
export function withoutChip(conditions: Conjunction, { places }: Chip): Conjunction {
  return conditions.filter((_, i) => !places.includes(i));
}

/**
 * Returns the conditions with `isReplaced` ones replaced by others, at the position of the first replaced one or else
 * at the end.
 */
export function withReplaced(
  conditions: Conjunction,
  isReplaced: (condition: Rule) => boolean,
  others: Conjunction,
): Conjunction {
  const place = conditions.findIndex(isReplaced);
  const rest = conditions.filter((condition) => !isReplaced(condition));
  return rest.toSpliced(place < 0 ? rest.length : place, 0, ...others);
}

/** Returns the conditions of a rule, without the groups and negations around them. */
export function leavesOf(rule: Rule): Rule[] {
  if ('not' in rule) return leavesOf(rule.not);
  if ('all' in rule) return rule.all.flatMap(leavesOf);
  return 'any' in rule ? rule.any.flatMap(leavesOf) : [rule];
}
