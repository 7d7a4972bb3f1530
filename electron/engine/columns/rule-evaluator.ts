import type { Database } from 'better-sqlite3';
import type { Rule } from '../../../shared/domain/rule.ts';
import { matchingUsers, type RuleIds } from '../store/segments/rule-query.ts';

/** Finds the members of a rule, by SQL or on a copy of the events in columns. */
export interface RuleEvaluator {
  /** Returns the ids of the users who match, ascending. Throws RULE_UNKNOWN_NAME and RULE_NEEDS_CLASS. */
  members(rule: Rule): Int32Array;
}

/** Evaluates rules in the database; a rule about events scans all of them. */
export function sqliteEvaluator(db: Database, ids: RuleIds): RuleEvaluator {
  return { members: (rule) => matchingUsers(db, rule, ids) };
}
