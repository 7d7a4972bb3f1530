import type { Group, Reason } from '../../../../shared/contract/brief-facts.ts';
import { withNumbers } from './group-name.ts';

/** Maximum number of groups that are recommended for action. */
const MAX_ACT = 3;

/** A common interest makes a group easy to address but is not an occasion, so its weight is low. */
const WEIGHTS: Readonly<Record<Reason['code'], number>> = {
  money: 3,
  falling: 3,
  undecided: 3,
  lapsed: 3,
  single: 2,
  distinct: 1,
};

/**
 * Orders groups: first those recommended for action, by the weight of their reasons and then by money or size; then the
 * others by size. Only recommended groups keep their reasons.
 */
export function orderGroups(groups: readonly Group[]): Group[] {
  const weight = ({ why }: Group) => why.reduce((sum, { code }) => sum + WEIGHTS[code], 0);
  const worth = ({ money, share }: Group) => money?.share ?? share;
  const act = groups
    .filter((group) => weight(group) > 0)
    .sort((a, b) => weight(b) - weight(a) || worth(b) - worth(a) || b.size - a.size)
    .slice(0, MAX_ACT);
  const others = groups.filter((group) => !act.includes(group)).sort((a, b) => b.size - a.size);
  const ordered = [...act, ...others.map((group) => ({ ...group, why: [] }))];
  const names = withNumbers(ordered.map(({ name }) => name));
  return ordered.map((group, i) => ({ ...group, name: names[i]! }));
}
