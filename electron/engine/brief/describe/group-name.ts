import type { Group, GroupName, Stance } from '../../../../shared/contract/brief-facts.ts';
import type { Everyone } from './everyone.ts';
import { topicsOf } from './topics.ts';

type Described = Pick<Group, 'evidence' | 'bought' | 'recency' | 'medianEvents'>;

/** Names a group by what its members have in common and by their behaviour, as far as these differ from all users. */
export function nameGroup(group: Described, everyone: Everyone): GroupName {
  return { code: 'topic', ...topicsOf(group.evidence), stance: stanceOf(group, everyone), number: 1 };
}

/** Numbers groups with equal names, in order. */
export function withNumbers(names: readonly GroupName[]): GroupName[] {
  const counts = new Map<string, number>();
  return names.map((name) => {
    if (name.code !== 'topic') return name;
    const key = JSON.stringify([name.topics, name.mixed, name.stance]);
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    return { ...name, number };
  });
}

function stanceOf({ bought, recency, medianEvents }: Described, everyone: Everyone): Stance | null {
  const rate = everyone.buyers / everyone.users.length;
  if (bought && bought.low > rate) return 'buyers';
  if (bought && bought.high < rate && medianEvents > everyone.medianEvents) return 'lookers';
  if (everyone.halves && recency && recency.median > everyone.highRecency) return 'lapsed';
  if (medianEvents >= 2 * everyone.medianEvents) return 'active';
  return medianEvents <= everyone.medianEvents / 2 ? 'quiet' : null;
}
