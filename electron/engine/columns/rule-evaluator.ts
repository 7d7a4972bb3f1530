import type { Database } from 'better-sqlite3';
import type { Rule } from '../../../shared/domain/rule.ts';
import type { Formula } from '../../../shared/domain/traits/formula.ts';
import type { RuleIds } from '../store/segments/rule-names.ts';
import { matchingUsers } from '../store/segments/rule-query.ts';
import { traitValues } from '../store/traits/trait-values.ts';
import { columnOf, type TraitColumn } from './traits/trait-column.ts';

/** Computes the members of a rule: in SQL, or on a columnar copy of the events. */
export interface RuleEvaluator {
  /** Returns the ids of the users who match, ascending. Throws RULE_UNKNOWN_NAME and RULE_NEEDS_CLASS. */
  members(rule: Rule): Int32Array;
  /**
   * Returns the values of a formula that refers to no other traits, in the order of the users' ids. Throws
   * RULE_UNKNOWN_NAME.
   */
  trait(formula: Formula): TraitColumn;
}

/** Returns an evaluator that runs a SQL statement per rule; a rule about events scans all of them. */
export function sqliteEvaluator(db: Database, ids: RuleIds): RuleEvaluator {
  return {
    members: (rule) => matchingUsers(db, rule, ids),
    trait: (formula) => columnOf(formula, traitValues(db, formula, ids)),
  };
}
