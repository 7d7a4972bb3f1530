import type { Group } from '../../../../shared/contract/brief-facts.ts';
import type { QueryState } from '../../segment/query-state.ts';
import type { Everyone } from './everyone.ts';
import { evidenceOf } from './evidence.ts';
import { nameGroup } from './group-name.ts';
import type { UserGroup } from './groups.ts';
import { median, proportion } from './proportion.ts';
import { reasonsFor } from './reasons.ts';

/** Describes a group: its size, its value, its distinguishing features, and the reasons to act on it. */
export function describeGroup(queries: QueryState, group: UserGroup, everyone: Everyone): Omit<Group, 'next'> {
  const { key, definition, rule, members } = group;
  const rows = Array.from(members).flatMap((user) => everyone.rowOf.get(user) ?? []);
  const sum = (column: ArrayLike<number>) => rows.reduce((total, row) => total + column[row]!, 0);
  const of = (column: ArrayLike<number>) => rows.map((row) => column[row]!);
  const buyers = of(everyone.frequency).filter((count) => count > 0).length;
  const recency = median(of(everyone.recency));
  const { features, tested } = evidenceOf(queries, group);
  const figures = {
    size: members.length,
    share: members.length / everyone.users.length,
    events: sum(everyone.events),
    bought:
      everyone.hasPurchases && everyone.buyers < everyone.users.length
        ? { count: buyers, ...proportion(buyers, members.length) }
        : null,
    money:
      everyone.money > 0 ? { total: sum(everyone.monetary), share: sum(everyone.monetary) / everyone.money } : null,
    recency: Number.isNaN(recency) || !everyone.halves ? null : { median: recency, everyone: everyone.medianRecency },
    medianEvents: median(of(everyone.events)),
    evidence: [...features],
    tested,
  };
  const named = { name: group.name ?? nameGroup(figures, everyone), ...figures };
  return {
    key,
    definition,
    rule,
    ...named,
    why: reasonsFor(named, members, everyone),
  };
}
