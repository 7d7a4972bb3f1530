import type { Database } from 'better-sqlite3';
import type { GroupName, RuleGroup } from '../../../../shared/contract/brief-facts.ts';
import type { Definition } from '../../../../shared/contract/segment.ts';
import type { ClusterName } from '../../../../shared/domain/cluster-name.ts';
import { printRule } from '../../../../shared/domain/rule-print.ts';
import type { QueryState } from '../../segment/query-state.ts';
import { clusterNames } from '../../store/map/cluster-names.ts';
import { mapPoints } from '../../store/map/map-points.ts';
import type { Everyone } from './everyone.ts';
import { ruleGroups } from './rule-groups.ts';

/** A group of users before its description. */
export interface UserGroup {
  readonly key: string;
  readonly definition: Definition;
  /** The definition as the text of a rule. */
  readonly rule: string;
  /** Ids of the members, ascending. */
  readonly members: Int32Array;
  /**
   * Name given by the user to the cluster, or name of the rule group; null if the name is to be derived from the
   * group's features.
   */
  readonly name: GroupName | null;
}

/** Returns the clusters of a map or, without a map, the groups by rule; omits groups without members. */
export function userGroups(queries: QueryState, map: string | null, everyone: Everyone): UserGroup[] {
  const groups = map === null ? groupsByRule(queries, everyone) : groupsOfMap(queries.workspace.db, map);
  return groups.filter(({ members }) => members.length > 0);
}

function groupsOfMap(db: Database, map: string): UserGroup[] {
  const members = new Map<number, number[]>();
  for (const { user, cluster } of mapPoints(db, map)) {
    const users = members.get(cluster);
    if (users) users.push(user);
    else members.set(cluster, [user]);
  }
  return [...clusterNames(db, map)].map(([cluster, name]) => ({
    key: `cluster-${cluster}`,
    definition: { cluster: { map, cluster } },
    rule: printRule({ map, cluster }),
    members: Int32Array.from(members.get(cluster) ?? []),
    name: personsName(name),
  }));
}

const personsName = (name: ClusterName): GroupName | null => (name.code === 'text' ? { code: 'cluster', name } : null);

function groupsByRule(queries: QueryState, everyone: Everyone): UserGroup[] {
  const evaluator = queries.evaluator();
  return ruleGroups(everyone).map(({ group, rule }) => ({
    key: group satisfies RuleGroup,
    definition: { rule },
    rule: printRule(rule),
    members: evaluator.members(rule),
    name: { code: 'rule', rule: group },
  }));
}
