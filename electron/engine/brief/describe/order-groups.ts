import type { Group, Reason } from '../../../../shared/contract/brief.ts';
import { withNumbers } from './group-name.ts';

/** Number of groups at most that are called worth acting on. */
const MAX_ACT = 3;

/** A common interest alone makes a group easy to address, but is no occasion: it counts less than the others. */
const WEIGHTS: Readonly<Record<Reason['code'], number>> = {
  money: 3,
  falling: 3,
  undecided: 3,
  lapsed: 3,
  single: 2,
  distinct: 1,
};

/**
 * Orders groups: first those most worth acting on, by their reasons and then their money or size, then the others by
 * size. Only the first few keep their reasons.
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
