import type { Rule } from '../../../../shared/domain/rule.ts';
import { printRule } from '../../../../shared/domain/rule-print.ts';
import type { QueryState } from '../../segment/query-state.ts';
import { evidenceOf } from './evidence.ts';
import type { UserGroup } from './groups.ts';
import { topicsOf } from './topics.ts';

/**
 * Merges clusters of a map that have the same distinguishing features, such as four of one brand. Clusters named by the
 * user, and groups by rule, are not merged.
 */
export function mergeClusters(queries: QueryState, groups: readonly UserGroup[], onGroup: () => void): UserGroup[] {
  const merged = new Map<string, UserGroup[]>();
  for (const group of groups) {
    const key = group.name === null ? JSON.stringify(topicsOf(evidenceOf(queries, group).features)) : group.key;
    const same = merged.get(key);
    if (same) same.push(group);
    else merged.set(key, [group]);
    onGroup();
  }
  return [...merged.values()].map((same) => (same.length === 1 ? same[0]! : union(same)));
}

function union(groups: readonly UserGroup[]): UserGroup {
  const rule: Rule = { any: groups.flatMap(({ definition }) => ('cluster' in definition ? definition.cluster : [])) };
  return {
    key: groups.map(({ key }) => key).join('+'),
    definition: { rule },
    rule: printRule(rule),
    members: Int32Array.from(groups.flatMap(({ members }) => [...members])).sort(),
    name: null,
  };
}
