import type { Database } from 'better-sqlite3';
import type { Definition, DefinitionInput } from '../../../shared/contract/segment.ts';
import { MAX_GROUP_DEPTH, partsOf, type Rule, requireFewConditions, simplify } from '../../../shared/domain/rule.ts';
import { syntaxError } from '../../../shared/domain/rule-errors.ts';
import { parseRule } from '../../../shared/domain/rule-parse.ts';
import { printRule } from '../../../shared/domain/rule-print.ts';
import type { RuleEvaluator } from '../columns/rule-evaluator.ts';
import { mapExists, mapNotFound } from '../store/map/map-points.ts';
import { namesOf } from '../store/names/name-lookup.ts';

/**
 * Parses a definition into the form in which it is stored, with its rule as a tree. Throws RULE_SYNTAX and
 * RULE_TOO_LARGE.
 */
export function parseDefinition(db: Database, input: DefinitionInput): Definition {
  if (!('rule' in input)) return input;
  return { rule: parsedRule(db, input.rule) };
}

/** Parses a rule. Throws RULE_SYNTAX and RULE_TOO_LARGE. */
export function parsedRule(db: Database, rule: Rule | string): Rule {
  if (typeof rule !== 'string') checkDepth(rule, 1);
  const parsed =
    typeof rule === 'string'
      ? parseRule(rule, { actions: namesOf(db, 'actions'), attributes: namesOf(db, 'attributes') })
      : simplify(rule);
  requireFewConditions(parsed);
  return parsed;
}

/** Prints the rule as text; null for a lasso or a cluster. */
export function ruleText(definition: Definition): string | null {
  return 'rule' in definition ? printRule(definition.rule) : null;
}

/** Returns the map of a lasso or cluster; null for a rule. */
export function mapOf(definition: Definition): string | null {
  if ('rule' in definition) return null;
  return 'lasso' in definition ? definition.lasso.map : definition.cluster.map;
}

/**
 * Returns the ids of the users that match a definition, ascending. Throws RULE_UNKNOWN_NAME, RULE_NEEDS_CLASS and
 * MAP_NOT_FOUND.
 */
export function membersOf(db: Database, evaluator: RuleEvaluator, definition: Definition): Int32Array {
  const map = mapOf(definition);
  if (map !== null && !mapExists(db, map)) throw mapNotFound(map);
  if ('rule' in definition) return evaluator.members(definition.rule);
  return evaluator.members('cluster' in definition ? definition.cluster : definition);
}

function checkDepth(rule: Rule, depth: number): void {
  if (depth > MAX_GROUP_DEPTH) throw syntaxError(null, 'depth', { limit: MAX_GROUP_DEPTH });
  for (const part of partsOf(rule)) checkDepth(part, depth + 1);
}
