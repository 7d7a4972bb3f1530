import type { Database } from 'better-sqlite3';
import type { Rule } from '../../../shared/domain/rule.ts';
import { matchingUsers, type RuleIds } from '../store/segments/rule-query.ts';

/** Computes the members of a rule: in SQL, or on a columnar copy of the events. */
export interface RuleEvaluator {
  /** Returns the ids of the users who match, ascending. Throws RULE_UNKNOWN_NAME and RULE_NEEDS_CLASS. */
  members(rule: Rule): Int32Array;
}

/** Returns an evaluator that runs a SQL statement per rule; a rule about events scans all of them. */
export function sqliteEvaluator(db: Database, ids: RuleIds): RuleEvaluator {
  return { members: (rule) => matchingUsers(db, rule, ids) };
}
